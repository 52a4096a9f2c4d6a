// Small tools for building the page: elements, and lists that change only where their items changed.

export const byId = (id) => document.getElementById(id);

export function element(tag, properties = {}, ...children) {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(properties)) {
    if (name in made) made[name] = value;
    else if (value !== false && value != null) made.setAttribute(name, value === true ? "" : value);
  }
  made.append(...children.filter((child) => child != null));
  return made;
}

// Show `items` in `parent`: nodes are kept by key, and made anew only when their item changed.
export function showList(parent, items, keyOf, make) {
  const known = parent.nodesByKey ?? new Map();
  const shown = new Map();
  let previous = null;
  for (const item of items) {
    const key = String(keyOf(item));
    const content = JSON.stringify(item);
    let entry = known.get(key);
    if (!entry || entry.content !== content) {
      const node = make(item);
      if (entry) replaceKeepingFocus(entry.node, node);
      entry = { content, node };
    }
    const place = previous ? previous.nextSibling : parent.firstChild;
    if (entry.node !== place) parent.insertBefore(entry.node, place);
    previous = entry.node;
    shown.set(key, entry);
  }
  for (const [key, entry] of known) if (!shown.has(key)) entry.node.remove();
  parent.nodesByKey = shown;
}

function replaceKeepingFocus(old, node) {
  const label = old.contains(document.activeElement) ? document.activeElement.dataset.focus : undefined;
  old.replaceWith(node);
  if (label !== undefined) node.querySelector(`[data-focus="${CSS.escape(label)}"]`)?.focus();
}
