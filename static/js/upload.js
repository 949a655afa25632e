// How does a large file arrive over a line that breaks, or from a tab that was killed? Piece by piece (tus 1.0).
// Without this file the form itself sends the file, in one request.

const WAIT = 4000;

// Which upload of this browser was this file's? Only a number of it is kept, never its name.
function fingerprint(file, address) {
  let hash = 0xcbf29ce484222325n;
  for (const sign of `${address} ${file.name} ${file.size} ${file.lastModified}`) {
    hash = BigInt.asUintN(64, (hash ^ BigInt(sign.codePointAt(0))) * 0x100000001b3n);
  }
  return `upload:${hash.toString(16)}`;
}

// Nothing where the store is forbidden: then a killed tab begins anew, the rest works.
function memory(key, value) {
  try {
    if (value === undefined) return localStorage.getItem(key);
    return value ? localStorage.setItem(key, value) : localStorage.removeItem(key);
  } catch {
    return null;
  }
}

class Sending {
  constructor(box, input, file, name) {
    Object.assign(this, { box, input, file, name, words: box.dataset, form: input.form, runs: 0, told: -1 });
    this.key = fingerprint(file, this.words.upload);
    this.address = memory(this.key);
    input.removeAttribute("name"); // what comes piece by piece is not sent again with the form
    this.part("bar").hidden = false;
    this.set("", "");
    this.goOn();
  }

  part(name) { return this.box.querySelector(`[data-${name}]`); }

  say(words) { this.part("said").textContent = words && `${words}：${this.file.name}`; }

  set(id, hash) {
    this.form.elements.upload.value = id;
    this.part("hash").textContent = hash && `SHA-256 ${hash}`;
    if (id) this.form.elements.upload.dispatchEvent(new CustomEvent("settled", { bubbles: true })); // kept with the draft
  }

  remember(address) {
    this.address = address;
    memory(this.key, address);
  }

  show(bytes) {
    const percent = Math.floor((100 * bytes) / this.file.size);
    this.part("bar").querySelector("progress").value = percent;
    this.part("percent").textContent = `${percent} %`;
    if (Math.floor(percent / 25) === this.told) return; // a screen reader hears it four times, not a hundred
    this.told = Math.floor(percent / 25);
    this.say(percent < 100 ? `${this.words.going} ${percent} %` : this.words.checking);
  }

  request(method, address, headers = {}, body = null, progress = null) {
    return new Promise((resolve, reject) => {
      const request = new XMLHttpRequest(); // fetch() does not tell how far a body is
      this.running = request;
      request.open(method, address);
      const own = { "Tus-Resumable": "1.0.0", "X-CSRFToken": this.form.elements.csrfmiddlewaretoken.value };
      for (const [name, value] of Object.entries({ ...own, ...headers })) request.setRequestHeader(name, value);
      if (progress) request.upload.onprogress = (event) => progress(event.loaded);
      request.onload = () => resolve(request);
      request.onerror = () => reject(new Error("network"));
      request.onabort = () => reject(new Error("abort"));
      request.send(body);
    });
  }

  // One piece, after asking how far it is: the server knows best what it has.
  async piece() {
    if (!this.address && !(await this.create())) return;
    const head = await this.request("HEAD", this.address);
    const offset = Number(head.getResponseHeader("Upload-Offset"));
    if (head.status !== 200 || !head.getResponseHeader("Tus-Resumable")) return this.lost(head);
    if (head.getResponseHeader("Upload-Sha256")) return this.done(head.getResponseHeader("Upload-Sha256"));
    this.show(offset);
    const body = this.file.slice(offset, offset + Number(this.words.piece));
    const headers = { "Upload-Offset": String(offset), "Content-Type": "application/offset+octet-stream" };
    const answer = await this.request("PATCH", this.address, headers, body, (bytes) => this.show(offset + bytes));
    if ([423, 500, 502, 503, 504].includes(answer.status)) throw new Error("network");
    if (![204, 409].includes(answer.status)) this.lost(answer);
  }

  async create() {
    const name = btoa(String.fromCharCode(...new TextEncoder().encode(this.file.name.slice(0, 150))));
    const headers = { "Upload-Length": String(this.file.size), "Upload-Metadata": `filename ${name}` };
    const answer = await this.request("POST", this.words.upload, headers);
    if (answer.status === 201) this.remember(answer.getResponseHeader("Location"));
    else this.lost(answer);
    return this.address;
  }

  // Anything but the expected answer: signed out, gone (then it begins anew), or refused in words.
  lost(answer) {
    if (!answer.getResponseHeader("Tus-Resumable")) this.pause(this.words.signedOut);
    else if ([404, 410].includes(answer.status) && this.address) this.remember(null);
    else this.end(answer.responseText || this.words.failed);
  }

  async goOn() {
    const run = ++this.runs;
    this.paused = false;
    this.part("pause-button").textContent = this.words.pause;
    while (!this.over && !this.paused && run === this.runs) {
      try {
        await this.piece();
      } catch (problem) {
        if (problem.message !== "network" || this.paused) return;
        this.say(this.words.waiting);
        await new Promise((again) => {
          setTimeout(again, WAIT);
          addEventListener("online", again, { once: true });
        });
      }
    }
  }

  pause(words = this.words.paused) {
    Object.assign(this, { paused: true, told: -1 });
    this.running?.abort();
    this.part("pause-button").textContent = this.words.goOn;
    this.say(words);
  }

  done(hash) {
    this.over = true;
    this.part("bar").hidden = true;
    this.set(this.address.split("/").slice(-2)[0], hash);
    this.say(this.words.done);
  }

  end(words) {
    this.over = true;
    this.running?.abort();
    this.remember(null);
    this.part("bar").hidden = true;
    Object.assign(this.input, { value: "", name: this.name });
    this.part("said").textContent = words;
  }

  drop() {
    const address = this.address;
    this.end("");
    if (address) this.request("DELETE", address).catch(() => {}); // if it fails, it expires
  }
}

for (const box of document.querySelectorAll("[data-upload]")) {
  const input = box.closest(".field").querySelector("input[type=file]");
  const name = input.name;
  let sending = null;
  input.addEventListener("change", () => {
    if (sending) Object.assign(sending, { over: true }).running?.abort();
    sending = input.files[0] ? new Sending(box, input, input.files[0], name) : null;
  });
  box.querySelector("[data-pause-button]").addEventListener("click", () => (sending.paused ? sending.goOn() : sending.pause()));
  box.querySelector("[data-drop-button]").addEventListener("click", () => sending.drop());
  input.form.addEventListener("submit", (event) => {
    if (!sending || sending.over || event.submitter?.formTarget || event.submitter?.value === "draft") return;
    event.preventDefault();
    event.stopImmediatePropagation();
    input.form.querySelector("[data-status]").textContent = box.dataset.first;
  }, true);
}
