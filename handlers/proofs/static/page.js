// The page: takes a proof as a file, as pasted text or from its own address, and says in words what it proves.

(() => {
  "use strict";
  const $ = (id) => document.getElementById(id);
  const { texts, key: ownKey } = JSON.parse($("data").textContent);
  let language = document.documentElement.lang;
  const ownKeyRead = checking.readKey(ownKey);
  let key = ownKeyRead;
  let shown = null; // what the result says now, to say it again in the other language

  const say = (name, values = {}) =>
    texts[language][name].replace(/\{(\w+)\}/g, (_, variable) => values[variable] ?? `{${variable}}`);
  const locale = () => (language === "en" ? "en-GB" : language);
  const number = (n) => n.toLocaleString(locale());
  const day = (iso) => new Intl.DateTimeFormat(locale(), { dateStyle: "long", timeZone: "UTC" }).format(new Date(iso));
  const moment = (iso) =>
    new Intl.DateTimeFormat(locale(), { dateStyle: "long", timeStyle: "short", timeZone: "UTC" }).format(new Date(iso)) + " UTC";

  function country(code) {
    if (code === "ZZ") return say("country-withheld");
    try {
      return new Intl.DisplayNames([locale()], { type: "region" }).of(code);
    } catch {
      return code;
    }
  }

  function made(name, words, parent) {
    const element = parent.appendChild(document.createElement(name));
    element.textContent = words;
    return element;
  }

  const channel = (word) => texts[language][`channel-${word}`] ?? word;

  function rowsOf({ statement, head, position }) {
    const signature = statement && [
      ["number", number(statement.number)],
      ["name", statement.name],
      ["country", country(statement.country)],
      ["channel", channel(statement.channel)],
      ["day", day(statement.day)],
      ["entry", number(position + 1)],
      ["text", statement.text],
    ];
    return [
      ["petition", head.petition],
      ...(signature ?? []),
      ["total", number(head.counts.reduce((sum, [, n]) => sum + n, 0))],
      ...head.counts.map(([word, n]) => [channel(word), number(n), true]),
      ["at", moment(head.at)],
      ["entries", number(head.size)],
    ];
  }

  function showGood(found) {
    const result = $("result");
    const kind = found.statement ? "receipt" : "head";
    made("h2", say(`good-${kind}`), result).tabIndex = -1;
    const values = { petition: found.head.petition, number: found.statement && number(found.statement.number) };
    made("p", say(`good-${kind}-means`, values), result);
    const list = made("dl", "", result);
    for (const [name, value, plain] of rowsOf(found)) {
      const row = made("div", "", list);
      if (plain) row.className = "part";
      made("dt", plain ? name : say(`row-${name}`), row);
      made("dd", value, row);
    }
    made("p", say(`good-${kind}-leaves-open`), result).className = "note";
  }

  function showRefused(reason) {
    made("h2", say(reason === "package" ? "package" : "refused"), $("result")).tabIndex = -1;
    made("p", say(`refused-${reason}`), $("result"));
  }

  function show(next, { focus = true } = {}) {
    shown = next;
    const result = $("result");
    result.replaceChildren();
    result.hidden = next === null;
    if (next === null) return;
    result.className = next.good ? "good" : "refused";
    if (next.good) showGood(next.good);
    else showRefused(next.reason);
    if (focus) result.querySelector("h2").focus();
  }

  function check(read) {
    try {
      show({ good: checking.check(read(), key) });
    } catch (refusal) {
      if (!(refusal instanceof checking.Refused)) throw refusal;
      show({ reason: refusal.reason });
    }
  }

  async function checkFile(file) {
    if (!file) return;
    const bytes = new Uint8Array(await file.arrayBuffer());
    check(() => checking.decoded(bytes));
  }

  function showKey() {
    $("fingerprint").textContent = key.fingerprint;
    $("key").textContent = key === ownKeyRead ? ownKey : $("other-key").value.trim();
    $("own-key").hidden = key !== ownKeyRead;
    $("foreign-key").hidden = key === ownKeyRead;
  }

  function takeKey() {
    const given = $("other-key").value.trim();
    $("bad-key").hidden = true;
    try {
      key = given && given !== ownKey ? checking.readKey(given) : ownKeyRead;
    } catch {
      $("bad-key").hidden = false;
      return;
    }
    show(null);
    showKey();
  }

  function speak(next) {
    language = next;
    document.documentElement.lang = language;
    document.title = say("title");
    for (const element of document.querySelectorAll("[data-text]")) element.textContent = say(element.dataset.text);
    for (const choice of document.querySelectorAll("[data-language]"))
      choice.setAttribute("aria-pressed", String(choice.dataset.language === language));
    if (shown) show(shown, { focus: false });
  }

  const fromAddress = () => location.hash.length > 1 && check(() => location.hash.slice(1));

  $("file").addEventListener("change", (event) => checkFile(event.target.files[0]));
  $("pasted").addEventListener("submit", (event) => {
    event.preventDefault();
    check(() => checking.pasted($("text").value));
  });
  $("keys").addEventListener("submit", (event) => {
    event.preventDefault();
    takeKey();
  });
  for (const choice of document.querySelectorAll("[data-language]"))
    choice.addEventListener("click", () => speak(choice.dataset.language));
  document.addEventListener("dragover", (event) => event.preventDefault());
  document.addEventListener("drop", (event) => {
    event.preventDefault();
    checkFile(event.dataTransfer.files[0]);
  });
  addEventListener("hashchange", fromAddress);
  showKey();
  fromAddress();
})();
