// Talks to the rehearsal: what people do goes there, what their phones show comes back.

import { complain } from "./notices.js";

export async function ask(path) {
  const response = await fetch(path);
  if (!response.ok) throw new Error(`${path}: ${response.status}`);
  return response.json();
}

export async function act(path, body, method = "POST") {
  const form = body instanceof FormData;
  const response = await fetch(path, {
    method,
    headers: form ? {} : { "Content-Type": "application/json" },
    body: form ? body : JSON.stringify(body ?? {}),
  });
  if (!response.ok) complain(await response.text());
  return response;
}

// Call `refresh` at once and after every change, never twice at the same time.
export function whenChanged(refresh) {
  let running = false;
  let again = false;
  const run = async () => {
    if (running) {
      again = true;
      return;
    }
    running = true;
    try {
      do {
        again = false;
        await refresh();
      } while (again);
    } catch (error) {
      complain(`The rehearsal does not answer (${error.message}).`);
    } finally {
      running = false;
    }
  };
  new EventSource("/events").onmessage = run;
  return run;
}
