// The upload page: files are dropped or chosen, then go one by one, each with its own progress and its own answer.
// Without it the form sends them all at once, and the page that comes back says the same.
(() => {
  const form = document.querySelector('form[data-upload]');
  if (!form) return;
  const input = form.elements.files;
  const queue = document.getElementById('queue');
  const list = queue.querySelector('ul');
  const sum = document.getElementById('upload-sum');
  const words = form.dataset;
  const fill = (text, values) => text.replace(/\{(\w+)\}/g, (whole, key) => values[key] ?? whole);
  const make = (tag, className, text = '') => Object.assign(document.createElement(tag), { className, textContent: text });
  const items = [];
  let sending = false;

  // --- choosing ------------------------------------------------------------------------------
  function add(files) {
    for (const file of files) {
      // The same file chosen twice is one file.
      const same = (item) => item.file.name === file.name && item.file.size === file.size && item.file.lastModified === file.lastModified;
      if (items.some((item) => !item.gone && same(item))) continue;
      items.push(show({ file, state: 'waits' }));
    }
    queue.hidden = !items.some((item) => !item.gone);
    input.required = queue.hidden;
    input.value = '';
  }

  function show(item) {
    item.row = make('li', '');
    const head = make('div', 'h');
    item.remove = Object.assign(make('button', 'link', '×'), { type: 'button' });
    item.remove.setAttribute('aria-label', fill(words.remove, { name: item.file.name }));
    item.remove.addEventListener('click', () => {
      item.gone = true;
      const next = item.row.nextElementSibling || item.row.previousElementSibling;
      item.row.remove();
      queue.hidden = !items.some((other) => !other.gone);
      (next?.querySelector('button') || input).focus();
    });
    head.append(make('b', '', item.file.name), item.remove);
    item.bar = Object.assign(document.createElement('progress'), { max: 100, value: 0 });
    item.bar.setAttribute('aria-label', fill(words.progress, { name: item.file.name }));
    item.note = make('p', 'sub', words.waits);
    item.said = make('div', 'said');
    item.row.append(head, item.bar, item.note, item.said);
    list.append(item.row);
    return item;
  }

  input.addEventListener('change', () => add(input.files));
  const carries = (event) => [...(event.dataTransfer?.types || [])].includes('Files');
  for (const kind of ['dragenter', 'dragover']) {
    document.addEventListener(kind, (event) => {
      if (!carries(event)) return;
      event.preventDefault();
      form.classList.add('drop');
    });
  }
  document.addEventListener('dragleave', (event) => { if (!event.relatedTarget) form.classList.remove('drop'); });
  document.addEventListener('drop', (event) => {
    if (!carries(event)) return;
    event.preventDefault();
    form.classList.remove('drop');
    add(event.dataTransfer.files);
  });

  // --- sending -------------------------------------------------------------------------------
  function send(data, progress) {
    return new Promise((resolve, reject) => {
      const request = new XMLHttpRequest();
      request.open('POST', form.action || location.href);
      request.setRequestHeader('Accept', 'application/json');
      request.responseType = 'text';
      request.upload.addEventListener('progress', (event) => progress?.(event.lengthComputable ? (100 * event.loaded) / event.total : 0));
      request.addEventListener('error', () => reject(new Error('')));
      request.addEventListener('load', () => {
        const json = (request.getResponseHeader('Content-Type') || '').startsWith('application/json');
        if (json && request.status === 200) resolve(JSON.parse(request.responseText).files[0]);
        else reject(new Error(request.responseURL.includes('/login/') || request.status === 403 ? 'out' : ''));
      });
      request.send(data);
    });
  }

  async function upload(item) {
    const data = new FormData(form);
    data.delete('files');
    data.append('files', item.file);
    item.state = 'sending';
    item.remove.hidden = true;
    item.said.replaceChildren();
    try {
      answer(item, await send(data, (percent) => {
        item.bar.value = percent;
        item.note.textContent = percent < 100 ? fill(words.sends, { name: item.file.name, percent: Math.round(percent) }) : words.reads;
      }));
    } catch (error) {
      failed(item, error.message === 'out' ? words.signedOut : words.failed);
    }
  }

  function answer(item, said) {
    item.state = said.state;
    item.url = said.url;
    item.bar.hidden = true;
    item.note.hidden = true;
    item.said.innerHTML = said.html; // made and escaped by the server
    item.said.querySelector('form')?.addEventListener('submit', (event) => decide(event, item));
    total();
  }

  function failed(item, sentence) {
    item.state = 'failed';
    item.bar.value = 0;
    item.note.textContent = '';
    const note = make('p', 'err', sentence);
    note.setAttribute('role', 'alert');
    const again = Object.assign(make('button', 'btn sm', words.again), { type: 'button' });
    again.addEventListener('click', () => { item.state = 'waits'; start(); });
    item.said.replaceChildren(note, again);
  }

  async function decide(event, item) {
    event.preventDefault();
    if (item.deciding) return;
    item.deciding = true;
    const data = new FormData(event.target, event.submitter);
    try {
      answer(item, await send(data));
      item.said.tabIndex = -1;
      item.said.focus();
    } catch {
      event.target.submit();
    }
    item.deciding = false;
  }

  function total() {
    const there = items.filter((item) => !item.gone);
    const count = (...states) => there.filter((item) => states.includes(item.state)).length;
    if (count('waits', 'sending')) return;
    sum.textContent = fill(words.sum, { done: count('taken', 'known'), all: there.length, open: count('alike'), refused: count('refused', 'failed') });
  }

  async function start() {
    if (sending) return;
    sending = true;
    const press = form.querySelector('button.pri');
    press.setAttribute('aria-disabled', 'true');
    let item;
    while ((item = items.find((each) => each.state === 'waits' && !each.gone))) await upload(item);
    press.removeAttribute('aria-disabled');
    sending = false;
    total();
    const there = items.filter((each) => !each.gone);
    if (there.length === 1 && there[0].url) location.assign(there[0].url);
  }

  form.addEventListener('submit', (event) => {
    // Nothing is queued where the browser put back what was chosen before this script ran.
    if (!items.length && input.files.length) add(input.files);
    if (!items.length) return;
    event.preventDefault();
    start();
  });
  if (input.files.length) add(input.files);
})();
