// What all pages share: ages that count, a stream of events that is kept open, and changing what is
// shown without losing the place of whoever reads it.
"use strict";

const trctl = (() => {
  // Streams say at least every ten seconds that they live.
  const SILENCE = 25000;
  const FIRST_WAIT = 1000;
  const LONGEST_WAIT = 10000;

  let ahead = Number(document.body.dataset.now) - Date.now();

  // The server's time, whatever the browser's clock says.
  const now = () => Date.now() + ahead;
  const setClock = (moment) => {
    ahead = moment - Date.now();
  };

  const two = (number) => String(number).padStart(2, "0");
  const spell = (seconds) => {
    const [minutes, second] = [Math.floor(seconds / 60), seconds % 60];
    const [hours, minute] = [Math.floor(minutes / 60), minutes % 60];
    const [days, hour] = [Math.floor(hours / 24), hours % 24];
    if (days > 0) return `${days} d ${two(hour)}:${two(minute)}`;
    if (hours > 0) return `${hours}:${two(minute)}:${two(second)}`;
    return `${minute}:${two(second)}`;
  };

  // Texts are changed in place: an element that is replaced loses focus and selection.
  const say = (element, text) => {
    if (element.textContent !== text) element.textContent = text;
  };
  const count = (root) => {
    for (const time of root.querySelectorAll("time.age[data-since]")) {
      const seconds = Math.floor((now() - Number(time.dataset.since)) / 1000);
      say(time, spell(Math.max(0, seconds)));
    }
  };
  const tick = () => {
    count(document);
    setTimeout(tick, 1000 - (Math.floor(now()) % 1000));
  };
  tick();

  // Makes one element like another. Children with a `data-key` are found again by it, so that rows
  // move and are not rewritten; what the reader opened stays open.
  const KEPT = new Set(["open", "data-lost"]);
  const likeAttributes = (old, wanted) => {
    for (const { name } of [...old.attributes]) {
      if (!wanted.hasAttribute(name) && !KEPT.has(name)) old.removeAttribute(name);
    }
    for (const { name, value } of [...wanted.attributes]) {
      if (!KEPT.has(name) && old.getAttribute(name) !== value) old.setAttribute(name, value);
    }
  };
  const isLike = (old, wanted) =>
    old.nodeType === wanted.nodeType &&
    old.nodeName === wanted.nodeName &&
    (old.dataset?.key ?? "") === (wanted.dataset?.key ?? "");
  const likeChildren = (old, wanted) => {
    const keyed = new Map();
    for (const child of old.children) {
      if (child.dataset?.key) keyed.set(child.dataset.key, child);
    }
    const stays = new Set([...wanted.children].map((child) => child.dataset?.key));
    const isGone = (child) => child?.dataset?.key && !stays.has(child.dataset.key);
    let place = old.firstChild;
    for (const child of [...wanted.childNodes]) {
      // What is gone is taken away first: what stays need not be moved, and keeps the focus.
      while (isGone(place)) {
        const next = place.nextSibling;
        place.remove();
        place = next;
      }
      const known = keyed.get(child.dataset?.key);
      if (known && known !== place && isLike(known, child)) {
        old.insertBefore(known, place);
        place = known;
      }
      if (place && isLike(place, child)) {
        like(place, child);
        place = place.nextSibling;
      } else {
        old.insertBefore(child, place);
      }
    }
    while (place) {
      const next = place.nextSibling;
      place.remove();
      place = next;
    }
  };
  const like = (old, wanted) => {
    if (old.nodeType !== Node.ELEMENT_NODE) {
      if (old.nodeValue !== wanted.nodeValue) old.nodeValue = wanted.nodeValue;
      return;
    }
    likeAttributes(old, wanted);
    likeChildren(old, wanted);
  };
  const update = (element, html) => {
    const wanted = new DOMParser().parseFromString(html, "text/html").body;
    count(wanted);
    likeChildren(element, wanted);
  };

  // Pages may have been opened with a name and a password in their address; what they ask may not.
  const plain = (address) => {
    const url = new URL(address, document.baseURI);
    url.username = url.password = "";
    return url;
  };

  const connection = document.getElementById("connection");
  const clock = () => new Date(now()).toLocaleTimeString();
  const state = (word, text) => {
    document.documentElement.toggleAttribute("data-lost", word === "lost");
    if (!connection) return;
    connection.dataset.state = word;
    say(connection, text);
  };

  // Keeps a stream open. Handlers get what a message says, read as JSON. A message `alive` with the
  // server's time comes whenever nothing else did.
  const follow = (address, handlers) => {
    let source = null;
    let wait = FIRST_WAIT;
    let lostAt = null;
    let silence = 0;
    let again = 0;
    const lose = () => {
      source?.close();
      source = null;
      clearTimeout(silence);
      clearTimeout(again);
      lostAt ??= clock();
      state("lost", `Connection lost at ${lostAt}, reconnecting…`);
      again = setTimeout(open, wait);
      wait = Math.min(wait * 2, LONGEST_WAIT);
    };
    const heard = () => {
      wait = FIRST_WAIT;
      lostAt = null;
      clearTimeout(silence);
      silence = setTimeout(lose, SILENCE);
      state("live", "Live");
    };
    const open = () => {
      clearTimeout(again);
      source?.close();
      source = new EventSource(plain(address));
      clearTimeout(silence);
      silence = setTimeout(lose, SILENCE);
      source.onopen = heard;
      source.onerror = lose;
      source.addEventListener("alive", (message) => {
        heard();
        setClock(JSON.parse(message.data));
      });
      for (const [event, handle] of Object.entries(handlers)) {
        source.addEventListener(event, (message) => {
          heard();
          handle(JSON.parse(message.data));
        });
      }
    };
    addEventListener("online", open);
    addEventListener("pageshow", (event) => event.persisted && open());
    addEventListener("pagehide", () => {
      source?.close();
      clearTimeout(silence);
      clearTimeout(again);
    });
    state("connecting", "Connecting…");
    open();
  };

  return { count, follow, now, setClock, spell, update };
})();
