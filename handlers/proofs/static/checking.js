// Checks what a signer holds: a proof (C2SP tlog-proof) or a signed head, in any form in which it is passed on.
// It refuses whatever storage/petitions/log/proofs.py refuses; a test holds the two against each other.

const checking = (() => {
  "use strict";
  const PROOF_MAX = 16384; // characters of a payload; a real one has some two thousand
  const PROOF = "c2sp.org/tlog-proof@v1";
  const BODY = new RegExp(`^${PROOF}\nextra ([A-Za-z0-9+/]+={0,2})\nindex (0|[1-9][0-9]{0,11})\n((?:[A-Za-z0-9+/]{43}=\n)*)$`);
  const ENTRY = /^(?:signed ([a-z]{2,16})|replaced (?:0|[1-9][0-9]{0,11})) ([0-9a-f]{64})$/;
  const HEAD = /^clarion\/([A-Z0-9-]{1,24})\n(0|[1-9][0-9]{0,11})\n([A-Za-z0-9+/]{43}=)\nat (\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ)\n((?:[a-z]{2,16} [1-9][0-9]{0,11}\n)*)$/;
  const STATEMENT = { channel: "string", country: "string", day: "string", name: "string", number: "number", petition: "string", text: "string" };

  class Refused extends Error {
    constructor(reason) {
      super(reason);
      this.reason = reason;
    }
  }
  const need = (good, reason) => {
    if (!good) throw new Refused(reason);
  };

  const utf8 = (text) => new TextEncoder().encode(text);
  const joined = (...parts) => Uint8Array.from(parts.flatMap((part) => [...part]));
  const same = (one, other) => one.length === other.length && one.every((byte, place) => byte === other[place]);
  const hex = (bytes) => [...bytes].map((byte) => byte.toString(16).padStart(2, "0")).join("");
  const fromHex = (digits) => Uint8Array.from(digits.match(/../g), (pair) => parseInt(pair, 16));
  const base64 = (bytes) => btoa(String.fromCharCode(...bytes));

  function text(bytes, reason) {
    try {
      return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes);
    } catch {
      throw new Refused(reason);
    }
  }

  function fromBase64(letters, reason) {
    try {
      const bytes = Uint8Array.from(atob(letters), (letter) => letter.charCodeAt(0));
      need(base64(bytes) === letters, reason); // the last letter has bits to spare: nothing may hide there
      return bytes;
    } catch {
      throw new Refused(reason);
    }
  }

  // A public key: name, identity and key between plus signs.
  function readKey(given) {
    const found = /^([^\s+]{1,64})\+([0-9a-f]{8})\+([A-Za-z0-9+/]{44})$/.exec(given.trim());
    need(found, "key-unreadable");
    const [, name, id, letters] = found;
    const raw = fromBase64(letters, "key-unreadable");
    const digest = vendor.sha256(joined(utf8(`${name}\n`), raw));
    need(raw.length === 33 && raw[0] === 1 && hex(digest.slice(0, 4)) === id, "key-unreadable");
    return { name, id: digest.slice(0, 4), raw: raw.slice(1), fingerprint: hex(digest).match(/.{4}/g).join(" ") };
  }

  // The text of a signed note, if the key signed it as it stands.
  function readNote(note, key) {
    const gap = note.lastIndexOf("\n\n");
    need(gap >= 0 && note.endsWith("\n") && gap + 2 < note.length, "unreadable");
    const signedText = note.slice(0, gap + 1);
    const lines = note.slice(gap + 2, -1).split("\n").map((line) => /^— ([^\s+]{1,64}) ([A-Za-z0-9+/]+={0,2})$/.exec(line));
    need(lines.every(Boolean), "unreadable");
    need(lines.some(([, name, letters]) => name === key.name && isSigned(signedText, letters, key)), "signature");
    return signedText;
  }

  function isSigned(signedText, letters, key) {
    try {
      const raw = fromBase64(letters, "signature");
      return raw.length === 68 && same(raw.slice(0, 4), key.id) && vendor.signed(raw.slice(4), utf8(signedText), key.raw);
    } catch {
      return false;
    }
  }

  function readHead(note, key) {
    const found = HEAD.exec(readNote(note, key));
    need(found, "unreadable");
    const [, petition, size, root, at, lines] = found;
    const counts = lines.split("\n").slice(0, -1).map((line) => line.split(" "));
    need(counts.every(([channel], place) => place === 0 || counts[place - 1][0] < channel), "unreadable");
    return { petition, size: Number(size), root: fromBase64(root, "unreadable"), at, counts: counts.map(([channel, n]) => [channel, Number(n)]) };
  }

  // Entry, salt and statement, which have to be written exactly as the bot writes them.
  function readOpening(letters) {
    let given;
    try {
      given = JSON.parse(text(fromBase64(letters, "unreadable"), "unreadable"));
    } catch {
      throw new Refused("unreadable");
    }
    const { entry, salt, statement } = given ?? {};
    const fits = statement && Object.entries(STATEMENT).every(([name, type]) => typeof statement[name] === type);
    need(fits && typeof entry === "string" && /^[0-9a-f]{64}$/.test(salt), "unreadable");
    const stated = JSON.stringify(statement, Object.keys(STATEMENT));
    const written = `{"entry":${JSON.stringify(entry)},"salt":"${salt}","statement":${stated}}`;
    need(base64(utf8(written)) === letters, "changed");
    return { entry, salt: fromHex(salt), statement, stated };
  }

  // RFC 9162, section 2.1.3.2
  function rootFrom(leaf, position, size, path) {
    need(position < size, "path");
    const above = (left, right) => vendor.sha256(joined([1], left, right));
    let [node, last, root] = [position, size - 1, leaf];
    const half = (n) => Math.floor(n / 2);
    for (const other of path) {
      need(last > 0, "path");
      if (node % 2 || node === last) {
        root = above(other, root);
        while (node && !(node % 2)) [node, last] = [half(node), half(last)];
      } else root = above(root, other);
      [node, last] = [half(node), half(last)];
    }
    need(last === 0, "path");
    return root;
  }

  function checkProof(proof, key) {
    const gap = proof.indexOf("\n\n");
    const found = BODY.exec(proof.slice(0, gap + 1));
    need(gap > 0 && found, "unreadable");
    const [, extra, index, hashes] = found;
    const { entry, salt, statement, stated } = readOpening(extra);
    const head = readHead(proof.slice(gap + 2), key);
    const committed = ENTRY.exec(entry);
    need(committed, "statement");
    need(statement.petition === head.petition, "petition");
    const [, channel, commitment] = committed;
    need(hex(vendor.hmac(vendor.sha256, salt, utf8(stated))) === commitment, "statement");
    need(channel === undefined || channel === statement.channel, "statement");
    const path = hashes.split("\n").slice(0, -1).map((line) => fromBase64(line, "changed"));
    const leaf = vendor.sha256(joined([0], utf8(`${head.petition} ${entry}`)));
    need(same(rootFrom(leaf, Number(index), head.size, path), head.root), "path");
    return { statement, head, position: Number(index) };
  }

  // A proof as it stands in a QR picture, alone or behind the # of a link.
  function unpacked(payload) {
    need(/^[A-Za-z0-9_-]+$/.test(payload) && payload.length <= PROOF_MAX, "unreadable");
    const letters = payload.replace(/-/g, "+").replace(/_/g, "/");
    try {
      const packed = fromBase64(letters + "=".repeat((4 - (letters.length % 4)) % 4), "unreadable");
      return text(vendor.inflate(packed), "unreadable");
    } catch {
      throw new Refused("unreadable");
    }
  }

  function check(given, key) {
    if (given.startsWith(PROOF)) return checkProof(given, key);
    if (given.startsWith("clarion/")) return { head: readHead(given, key) };
    need(!given.startsWith("PK\u0003\u0004"), "package");
    return checkProof(unpacked(given.slice(given.lastIndexOf("#") + 1)), key);
  }

  // Copying adds blanks around a text and changes line ends; a file is taken as it is.
  const pasted = (given) => {
    const trimmed = given.replace(/\r\n?/g, "\n").trim();
    return trimmed.includes("\n") ? `${trimmed}\n` : trimmed;
  };

  const decoded = (bytes) => (bytes[0] === 0x50 && bytes[1] === 0x4b ? "PK\u0003\u0004" : text(bytes, "unreadable"));

  return { check, readKey, pasted, decoded, Refused };
})();
