// The agent's page: shows what the server tells, sends what the worker does, and calls when something
// is offered. Nothing is kept here but what was typed and not sent yet.
"use strict";

(() => {
  const root = document.getElementById("agent");
  if (!root) return;
  const news = document.getElementById("news");
  const refused = document.getElementById("refused");
  const sound = document.getElementById("sound");
  const title = document.title;
  const BEEP_EVERY = 2000;

  // What was typed outlives a session that ends meanwhile, in this tab alone.
  const draftKey = (form) => `trctl draft ${form.dataset.draft}`;
  const fields = (form) => [form.elements.disposition, form.elements.note];
  const keepDraft = (form) => {
    const typed = fields(form).map((field) => field.value);
    sessionStorage.setItem(draftKey(form), JSON.stringify(typed));
  };
  const restoreDrafts = () => {
    for (const form of root.querySelectorAll("form[data-draft]")) {
      if (form.dataset.restored) continue;
      form.dataset.restored = "yes";
      const kept = sessionStorage.getItem(draftKey(form));
      if (!kept) continue;
      JSON.parse(kept).forEach((value, index) => (fields(form)[index].value = value));
    }
  };
  root.addEventListener("input", (event) => {
    const form = event.target.closest("form[data-draft]");
    if (form) keepDraft(form);
  });

  // Time that is left.
  const count = () => {
    const now = trctl.now();
    for (const time of root.querySelectorAll("time.left")) {
      const left = Math.max(0, Math.ceil((Number(time.dataset.until) - now) / 1000));
      const text = trctl.spell(left);
      if (time.textContent !== text) time.textContent = text;
    }
    for (const bar of root.querySelectorAll("progress[data-until]")) {
      bar.value = Math.max(0, Number(bar.dataset.until) - now);
    }
  };
  const localClocks = () => {
    for (const time of root.querySelectorAll("time.clock")) {
      time.textContent = new Date(Number(time.dataset.at)).toLocaleTimeString();
    }
  };

  // Calling: by a sound, in the title, and in words.
  let audio = null;
  const wantsSound = () => localStorage.getItem("trctl sound") !== "off";
  const beep = () => {
    if (!wantsSound() || audio?.state !== "running") return;
    const [tone, gain] = [audio.createOscillator(), audio.createGain()];
    const at = audio.currentTime;
    tone.frequency.setValueAtTime(660, at);
    tone.frequency.setValueAtTime(880, at + 0.15);
    gain.gain.setValueAtTime(0.0001, at);
    gain.gain.exponentialRampToValueAtTime(0.2, at + 0.03);
    gain.gain.exponentialRampToValueAtTime(0.0001, at + 0.4);
    tone.connect(gain).connect(audio.destination);
    tone.start(at);
    tone.stop(at + 0.45);
    document.documentElement.dataset.beeps = Number(document.documentElement.dataset.beeps ?? 0) + 1;
  };
  // Browsers let a page sound once its user has touched it.
  const wake = () => {
    audio ??= new AudioContext();
    if (audio.state === "suspended") audio.resume();
  };
  addEventListener("pointerdown", wake);
  addEventListener("keydown", wake);
  const showSound = () => sound.setAttribute("aria-pressed", String(wantsSound()));
  sound.hidden = false;
  showSound();
  sound.addEventListener("click", () => {
    localStorage.setItem("trctl sound", wantsSound() ? "off" : "on");
    showSound();
  });

  const offers = () => [...root.querySelectorAll("[data-offer]")];
  let announced = new Set();
  let flash = 0;
  const call = () => {
    const now = new Map(offers().map((offer) => [offer.dataset.key, offer.dataset.offer]));
    const fresh = [...now].filter(([key]) => !announced.has(key));
    announced = new Set(now.keys());
    if (fresh.length > 0) {
      news.textContent = fresh.map(([, who]) => `Offered: ${who}.`).join(" ");
      beep();
    }
    if (now.size === 0) {
      clearInterval(flash);
      flash = 0;
      news.textContent = "";
      document.title = title;
    } else if (flash === 0) {
      let turn = 0;
      const blink = () => {
        const [first] = offers();
        turn += 1;
        document.title = turn % 2 === 1 && first ? `☎ ${first.dataset.offer}` : title;
        if ((turn * 1000) % BEEP_EVERY === 0) beep();
      };
      blink();
      flash = setInterval(blink, 1000);
    }
  };

  const shown = () => {
    restoreDrafts();
    localClocks();
    count();
    call();
  };

  // What else screen readers are told.
  const told = document.getElementById("told");
  const says = () => {
    const texts = [...root.querySelectorAll("[data-says]")].map((said) => `${said.dataset.says}.`);
    return texts.join(" ") || (offers().length > 0 ? "" : "Nothing to do.");
  };
  let said = says();
  const speak = () => {
    const now = says();
    if (now !== said) told.textContent = now;
    said = now;
  };

  // Whoever was on something that is gone is led to what became of it, not to the top of the page.
  const keepingPlace = (change) => {
    const at = document.activeElement;
    const section = root.contains(at) ? at.closest("section[data-key]")?.dataset.key : null;
    change();
    if (!section || root.contains(document.activeElement)) return;
    const same = root.querySelector(`section[data-key="${CSS.escape(section)}"] h2[tabindex]`);
    (same ?? root.querySelector("h2[tabindex]") ?? document.getElementById("main")).focus();
  };

  const show = (message) => {
    trctl.setClock(message.now);
    keepingPlace(() => trctl.update(root, message.html));
    shown();
    speak();
  };

  // A session that has ended: what is going on goes on, and is found again after signing in.
  const leave = () => {
    for (const form of root.querySelectorAll("form[data-draft]")) {
      if (fields(form).some((field) => field.value !== "")) keepDraft(form);
    }
    location.replace("agent?ended=1");
  };

  const say = (text) => {
    refused.hidden = text === "";
    refused.textContent = text;
  };
  let busy = false;
  root.addEventListener("submit", async (event) => {
    event.preventDefault();
    const [form, button] = [event.target, event.submitter];
    if (busy) return;
    busy = true;
    button?.setAttribute("aria-busy", "true");
    try {
      const response = await fetch(new URL(form.getAttribute("action"), document.baseURI), {
        method: "POST",
        headers: { accept: "application/json" },
        body: new URLSearchParams(new FormData(form, button)),
      });
      if (response.status === 401) return leave();
      const told = await response.json();
      if (!response.ok) return say(`That was not done: ${told.detail}`);
      say("");
      const act = button?.value;
      if (form.dataset.draft && (act === "note" || act === "complete")) {
        sessionStorage.removeItem(draftKey(form));
      }
      show(told);
    } catch {
      say("The server does not answer: nothing is known to be done.");
    } finally {
      busy = false;
      button?.removeAttribute("aria-busy");
    }
  });

  trctl.follow(root.dataset.stream, { agent: show, "signed-out": leave });
  setInterval(count, 250);
  shown();
})();
