// Reviewing by keyboard: J/K between findings, A/C/R decide, N/P next and previous item, Ctrl+Enter saves.
// Optional: the form does all of it without this file. Single keys are silent inside fields, while an
// input method is composing, and for those who switched them off (WCAG 2.1.4).
(() => {
  const root = document.documentElement;
  root.classList.add('js');
  if (root.dataset.keys === 'off') return;

  const DECIDE = { a: 'approve', c: 'changes', r: 'reject' };
  const FIELD = 'input:not([type=radio],[type=checkbox],[type=button],[type=submit]),textarea,select,[contenteditable]';

  // Read afresh each time: htmx may have replaced a row.
  const findings = () => [...document.querySelectorAll('.find > li')];

  function step(by) {
    const rows = findings();
    if (!rows.length) return;
    const now = rows.findIndex((row) => row.classList.contains('cur'));
    const next = rows[now < 0 ? (by > 0 ? 0 : rows.length - 1) : (now + by + rows.length) % rows.length];
    rows[now]?.classList.remove('cur');
    next.classList.add('cur');
    const goal = next.querySelector('a, button');
    if (goal) goal.focus({ preventScroll: true });
    next.scrollIntoView({ block: 'nearest' });
  }

  function decide(key) {
    const value = DECIDE[key];
    const radio = document.querySelector(
      `[data-key="${key}"] input[type=radio], input[type=radio][data-key="${key}"], ` +
      `input[type=radio][name=outcome][value^=${value}], input[type=radio][name=d][value^=${value}]`,
    );
    if (!radio || radio.disabled) return;
    radio.checked = true;
    radio.dispatchEvent(new Event('change', { bubbles: true }));
    radio.focus();
  }

  document.addEventListener('keydown', (event) => {
    if (event.isComposing || event.keyCode === 229) return;
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
      const next = document.querySelector('[data-submit-next], [name=go][value=next]');
      if (next) { event.preventDefault(); next.click(); }
      return;
    }
    if (event.ctrlKey || event.metaKey || event.altKey || event.target.closest(FIELD)) return;
    const key = event.key.toLowerCase();
    if (key === 'j') step(1);
    else if (key === 'k') step(-1);
    else if (key in DECIDE) decide(key);
    else if (key === 'n' || key === 'p') document.querySelector(`a[data-key="${key}"]`)?.click();
    else return;
    event.preventDefault();
  });
})();
