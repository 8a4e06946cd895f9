// Reviewing by keyboard: J/K between findings, F applies the suggestion of the one that is marked, X says that
// it is no problem, M comments on what is selected, A/C/R decide, N/P next and previous item, Ctrl+Enter saves.
// Optional: the forms do all of it without this file. Single keys are silent inside fields, while an input
// method is composing, and for those who switched them off (WCAG 2.1.4).
(() => {
  const root = document.documentElement;
  root.classList.add('js');

  const DECIDE = { a: 'approve', c: 'changes', r: 'reject' };
  const FIELD = 'input:not([type=radio],[type=checkbox],[type=button],[type=submit]),textarea,select,[contenteditable]';

  // Read afresh each time: htmx may have replaced a row.
  const findings = () => [...document.querySelectorAll('#found > li')];
  const current = () => document.querySelector('#found > li.cur') || document.activeElement?.closest('#found > li');

  function step(by) {
    const rows = findings();
    if (!rows.length) return;
    const now = rows.indexOf(current());
    const next = rows[now < 0 ? (by > 0 ? 0 : rows.length - 1) : (now + by + rows.length) % rows.length];
    rows[now]?.classList.remove('cur');
    next.classList.add('cur');
    const goal = next.querySelector('a, button');
    if (goal) goal.focus({ preventScroll: true });
    next.scrollIntoView({ block: 'nearest' });
  }

  function decide(key) {
    const value = DECIDE[key];
    const radio = document.querySelector(`#decide input[type=radio][name=outcome][value^=${value}]`);
    if (!radio || radio.disabled) return;
    radio.checked = true;
    radio.dispatchEvent(new Event('change', { bubbles: true }));
    radio.focus();
  }

  function open(details, field) {
    if (!details) return;
    details.open = true;
    field?.focus();
  }

  // --- a comment on what is selected --------------------------------------------------------
  // The words as they stand in the text: without the numbers of findings, sources as [1].
  function words(range) {
    const part = range.cloneContents();
    for (const number of part.querySelectorAll('.fd sup, sup:has(> a[href^="#f"], > a[href^="#c"])')) number.remove();
    for (const source of part.querySelectorAll('a.ref')) source.replaceWith(`[${source.textContent}]`);
    return part.textContent.replace(/\u2060/g, '');
  }

  function selected() {
    const selection = getSelection();
    if (!selection.rangeCount || selection.isCollapsed) return null;
    const range = selection.getRangeAt(0);
    const at = (node) => (node.nodeType === 1 ? node : node.parentElement)?.closest('[data-field]');
    const field = at(range.startContainer);
    if (!field || field !== at(range.endContainer)) return null;
    const quote = words(range).trim();
    if (!quote) return null;
    const ahead = document.createRange();
    ahead.setStart(field, 0);
    ahead.setEnd(range.startContainer, range.startOffset);
    return { field: field.dataset.field, quote, before: words(ahead).slice(-60), box: range.getBoundingClientRect() };
  }

  function comment(about) {
    const say = document.getElementById('say');
    if (!say) return;
    const form = say.querySelector('form');
    if (about) {
      form.elements.quote.value = about.quote;
      form.elements.field.value = about.field;
      form.elements.before.value = about.before;
    }
    if (button) button.hidden = true;
    open(say, form.elements.text);
    say.scrollIntoView({ block: 'nearest' });
  }

  // Words typed over by hand may stand anywhere.
  document.addEventListener('input', (event) => {
    if (event.target.id !== 'say-quote') return;
    event.target.form.elements.field.value = '';
    event.target.form.elements.before.value = '';
  });

  const button = document.getElementById('say-here');
  if (button) {
    let waiting;
    document.addEventListener('selectionchange', () => {
      clearTimeout(waiting);
      waiting = setTimeout(() => {
        const about = selected();
        button.hidden = !about;
        if (!about) return;
        const inside = button.offsetParent.getBoundingClientRect();
        const most = inside.width - button.offsetWidth;
        button.style.insetBlockStart = `${about.box.bottom - inside.top + 6}px`;
        button.style.insetInlineStart = `${Math.max(0, Math.min(about.box.left - inside.left, most))}px`;
      }, 150);
    });
    // Pressed, the selection must still be there.
    button.addEventListener('pointerdown', (event) => event.preventDefault());
    button.addEventListener('click', () => comment(selected()));
  }

  // --- keys ---------------------------------------------------------------------------------
  const single = root.dataset.keys !== 'off';
  document.addEventListener('keydown', (event) => {
    if (event.isComposing || event.keyCode === 229) return;
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
      const own = event.target.closest('#comments form')?.querySelector('button');
      const save = own || document.querySelector('[data-submit-next]');
      if (save) { event.preventDefault(); save.click(); }
      return;
    }
    if (!single || event.ctrlKey || event.metaKey || event.altKey || event.target.closest(FIELD)) return;
    const key = event.key.toLowerCase();
    if (key === 'j') step(1);
    else if (key === 'k') step(-1);
    else if (key === 'f') current()?.querySelector('[data-apply]')?.click();
    else if (key === 'x') open(current()?.querySelector('.deeds details'), current()?.querySelector('.deeds input[name=reason]'));
    else if (key === 'm') comment(selected());
    else if (key in DECIDE) decide(key);
    else if (key === 'n' || key === 'p') document.querySelector(`a[data-key="${key}"]`)?.click();
    else return;
    event.preventDefault();
  });

  // A row that htmx replaced is still the one that is marked.
  let marked = '';
  document.addEventListener('htmx:beforeSwap', () => { marked = current()?.id || ''; });
  document.addEventListener('htmx:afterSettle', () => {
    if (marked && !current()) document.getElementById(marked)?.classList.add('cur');
  });
})();
