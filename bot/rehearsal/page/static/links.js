// Opens links as a Telegram app does: links to the bot and to sharing stay inside.

import { share } from "./notices.js";

const BOT = document.body.dataset.bot.toLowerCase();

// Return what a press on `url` does inside of the app, or null if a browser must open it.
export function insideLink(url, opensBot) {
  if (!URL.canParse(url)) return null;
  const { protocol, hostname, pathname, searchParams } = new URL(url);
  if (!["http:", "https:"].includes(protocol) || hostname !== "t.me") return null;
  if (pathname === "/share/url" || pathname === "/share") {
    const parts = [searchParams.get("text"), searchParams.get("url")];
    return () => share(parts.filter(Boolean).join("\n"));
  }
  if (pathname.slice(1).toLowerCase() === BOT && searchParams.get("start")) {
    return () => opensBot(searchParams.get("start"));
  }
  return null;
}

export function openOutside(url) {
  window.open(url, "_blank", "noopener,noreferrer");
}
