// The article's page: rows that are added, and names for what the editor and the search fields leave unnamed.
// Without it the form has one empty row in each list, a plain text box, and short lists to choose from.
(() => {
  const words = JSON.parse(document.getElementById('editor-words')?.textContent || '{}');
  // The editor asks this for its dialogs' words when it is loaded.
  window.gettext = (text) => words[text] ?? text;

  // The editor would write a style element, which the content security policy refuses; its few rules
  // are in stock.css. It writes none where it finds one, so it finds this, which styles nothing.
  const style = document.createElementNS('urn:newsroom', 'style');
  style.setAttribute('data-tiptap-style', '');
  document.head.append(style);

  document.addEventListener('prose-editor:ready', ({ detail: { editor, textarea } }) => {
    const label = document.querySelector(`label[for="${textarea.id}"]`);
    const box = editor.view.dom;
    const attributes = { 'aria-multiline': 'true', lang: textarea.lang || document.documentElement.lang };
    if (label) attributes['aria-labelledby'] = label.id;
    if (textarea.getAttribute('aria-describedby')) attributes['aria-describedby'] = textarea.getAttribute('aria-describedby');
    if (textarea.getAttribute('aria-invalid')) attributes['aria-invalid'] = 'true';
    editor.setOptions({ editorProps: { attributes } });
    label?.addEventListener('click', (event) => { event.preventDefault(); editor.commands.focus(); });
    // Its menu is drawn again after this event.
    setTimeout(() => nameMenu(box.closest('.prose-editor').querySelector('.prose-menubar'), label));
  });

  // The editor knows the names of its buttons in English alone.
  function nameMenu(bar, label) {
    bar?.setAttribute('role', 'group');
    if (label) bar?.setAttribute('aria-label', label.textContent);
    for (const button of bar?.querySelectorAll('button') ?? []) {
      const word = words[button.title];
      if (word) { button.title = word; button.setAttribute('aria-label', word); }
      const option = words[button.dataset.name];
      if (option && button.matches('.prose-menubar__option')) button.firstElementChild.textContent = option;
    }
  }

  // A new article's form keeps its token in the address: whoever comes back to it with the back
  // button, the browser having put back what was typed, saves the same article again, not a second.
  const token = document.querySelector('form.form input[name=token]')?.value;
  if (token) history.replaceState(history.state, '', `?form=${encodeURIComponent(token)}`);

  function add(button) {
    const name = button.dataset.add;
    const list = document.getElementById(`rows-${name}`);
    const total = document.querySelector(`input[name="${name}-TOTAL"]`);
    const pattern = document.querySelector(`template[data-rows="${name}"]`);
    const made = document.createElement('template');
    made.innerHTML = pattern.innerHTML.replaceAll('__prefix__', total.value);
    const row = made.content.firstElementChild;
    list.querySelector(':scope > .empty')?.remove();
    list.append(row);
    total.value = Number(total.value) + 1;
    row.dispatchEvent(new CustomEvent('formset:added', { bubbles: true, detail: { formsetName: name } }));
    row.querySelector('input:not([type=hidden]),select,textarea')?.focus();
    nameSearches();
  }
  document.addEventListener('click', (event) => {
    const button = event.target.closest('[data-add]');
    if (button) add(button);
  });

  // What select2 draws takes its name from its own value: say what the field is as well.
  function nameSearches() {
    for (const box of document.querySelectorAll('.select2-selection:not([data-named])')) {
      const field = box.closest('.select2-container').previousElementSibling;
      const label = document.querySelector(`label[for="${field?.id}"]`);
      if (!label) continue;
      label.id ||= `label-${field.id}`;
      const shown = box.querySelector('[role=textbox]');
      box.setAttribute('aria-labelledby', `${label.id} ${shown?.id || ''}`.trim());
      // Inside the combobox that says its value, a second control without a name helps nobody.
      shown?.removeAttribute('role');
      shown?.removeAttribute('aria-readonly');
      box.dataset.named = '';
    }
  }
  // What opens under such a field stands outside the page's landmarks, its text box without a name.
  function nameOpened({ target }) {
    const name = document.querySelector(`label[for="${target.id}"]`)?.textContent || '';
    const [box, opened] = ['.select2-container--open .select2-selection', '.select2-container--open .select2-dropdown']
      .map((selector) => document.querySelector(selector));
    const results = opened?.querySelector('.select2-results__options');
    if (results) box?.setAttribute('aria-controls', results.id);
    results?.setAttribute('aria-label', name);
    opened?.querySelector('.select2-search__field')?.setAttribute('aria-label', name);
    opened?.parentElement.setAttribute('role', 'region');
    opened?.parentElement.setAttribute('aria-label', name);
  }
  const soon = () => setTimeout(() => {
    nameSearches();
    window.django?.jQuery?.(document).on('select2:open', nameOpened);
  });
  if (document.readyState === 'complete') soon(); else addEventListener('load', soon);

  // Rows are added with a button here; the blank ones are for those without this script.
  for (const row of document.querySelectorAll('.row[data-blank]')) {
    const list = row.parentElement;
    const total = document.querySelector(`input[name="${list.id.slice(5)}-TOTAL"]`);
    row.remove();
    total.value = Number(total.value) - 1;
  }

  // A file dropped on a part of the form goes into the field that part names.
  for (const part of document.querySelectorAll('[data-drop]')) {
    const field = document.getElementById(part.dataset.drop);
    const said = document.getElementById('dropped');
    if (!field) continue;
    const tell = () => {
      const file = field.files[0];
      said.textContent = file ? part.dataset.dropped.replace('{name}', file.name) : '';
    };
    field.addEventListener('change', tell);
    for (const kind of ['dragenter', 'dragover']) {
      part.addEventListener(kind, (event) => {
        if (![...(event.dataTransfer?.types || [])].includes('Files')) return;
        event.preventDefault();
        part.classList.add('drop');
      });
    }
    part.addEventListener('dragleave', (event) => { if (!part.contains(event.relatedTarget)) part.classList.remove('drop'); });
    part.addEventListener('drop', (event) => {
      part.classList.remove('drop');
      const { files } = event.dataTransfer;
      if (!files.length) return;
      event.preventDefault();
      // The field holds one file: the first.
      const one = new DataTransfer();
      one.items.add(files[0]);
      field.files = one.files;
      field.dispatchEvent(new Event('change', { bubbles: true }));
    });
  }

  // What went wrong is read out, and is where the keyboard is.
  document.querySelector('#faults,#conflict')?.focus();
})();
