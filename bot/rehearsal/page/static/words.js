// Renders a text with its marks. A part is a stretch of text on which the same marks lie.

import { element } from "./dom.js";
import { insideLink } from "./links.js";

const TAGS = {
  bold: "strong",
  italic: "em",
  underline: "u",
  strikethrough: "s",
  code: "code",
  pre: "code",
};
const BLOCKS = { blockquote: "quote", expandable_blockquote: "quote", pre: "pre" };

// Return the nodes of `parts`; `acts` says what commands and links to the bot do.
export function words(parts, acts) {
  const nodes = [];
  for (const run of blocks(parts)) {
    const spans = run.parts.map((part) => span(part, acts));
    nodes.push(...(run.block ? [element("span", { className: run.block }, ...spans)] : spans));
  }
  return nodes;
}

function blocks(parts) {
  const runs = [];
  for (const part of parts) {
    const block = BLOCKS[part.marks.find((mark) => mark in BLOCKS)];
    if (runs.length && runs.at(-1).block === block) runs.at(-1).parts.push(part);
    else runs.push({ block, parts: [runs.at(-1)?.block ? withoutLineBreak(part) : part] });
  }
  return runs;
}

// A block ends its line by itself.
function withoutLineBreak(part) {
  return { ...part, text: part.text.replace(/^\n/, "") };
}

function span(part, acts) {
  let node = part.link ? link(part, acts) : document.createTextNode(part.text);
  for (const mark of part.marks) if (TAGS[mark]) node = element(TAGS[mark], {}, node);
  return part.marks.includes("spoiler") ? spoiler(node) : node;
}

function link(part, acts) {
  const isCommand = part.link.startsWith("/");
  const inside = isCommand ? () => acts.says(part.link) : insideLink(part.link, acts.opensBot);
  if (inside) return element("button", { type: "button", className: "link", onclick: inside }, part.text);
  return element("a", { href: part.link, target: "_blank", rel: "noopener noreferrer" }, part.text);
}

function spoiler(node) {
  const hidden = element("span", { className: "spoiler-text" }, node);
  hidden.setAttribute("aria-hidden", "true");
  hidden.inert = true;
  const cover = element("button", { type: "button", className: "spoiler" }, hidden);
  cover.setAttribute("aria-label", "Hidden text: press to reveal");
  cover.addEventListener("click", () => {
    hidden.removeAttribute("aria-hidden");
    hidden.inert = false;
    cover.replaceWith(element("span", { className: "revealed", tabIndex: -1 }, hidden));
  });
  return cover;
}
