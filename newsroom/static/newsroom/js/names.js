// Django's stock widgets leave some controls without a name of their own: inputs in tables, the two halves of a
// date and time, the editor, the autocomplete box. Each takes the words that stand beside it on the page.
(() => {
  const text = (node) => node?.textContent.replace(/\s+/g, ' ').replace(/[:*]\s*$/, '').trim() || '';
  const FIELDS = 'input:not([type=hidden],[type=submit],[type=button]),select,textarea';
  const nameless = (field) => !field.labels?.length && !field.hasAttribute('aria-label') && !field.hasAttribute('aria-labelledby');

  function cells(scope) {
    for (const table of scope.querySelectorAll('.tabular table, #result_list')) {
      const heads = [...table.querySelectorAll('thead th')];
      for (const head of heads) {
        // An empty heading is no heading.
        if (!text(head) && !head.querySelector('input,img,a')) {
          const cell = document.createElement('td');
          cell.className = head.className;
          head.replaceWith(cell);
        }
      }
      for (const field of table.querySelectorAll(`tbody :is(${FIELDS})`)) {
        const cell = field.closest('td,th');
        const row = text(field.closest('tr').querySelector('td.original p, th'));
        const words = [row, text(heads[cell?.cellIndex])].filter(Boolean).join(': ');
        if (nameless(field) && words) field.setAttribute('aria-label', words);
      }
    }
  }

  function halves(scope) {
    for (const pair of scope.querySelectorAll('p.datetime')) {
      const label = text(pair.closest('.form-row, td')?.querySelector('label, legend'));
      for (const field of pair.querySelectorAll('input')) {
        const own = (field.previousSibling?.textContent || '').replace(/[:\s]+$/, '').trim();
        if (nameless(field)) field.setAttribute('aria-label', [label, own].filter(Boolean).join(': '));
      }
    }
  }

  // The label of the hidden control these boxes stand for.
  function labelFor(node) {
    const row = node.closest('.fieldBox, .flex-container, .form-row, .fld, td');
    return row?.querySelector('label, legend');
  }

  function boxes(scope) {
    for (const box of scope.querySelectorAll('.ProseMirror[contenteditable], .select2-selection[role=combobox]')) {
      const label = labelFor(box);
      if (!label) continue;
      if (!box.hasAttribute('role')) box.setAttribute('role', 'textbox');
      if (box.matches('.ProseMirror')) {
        box.setAttribute('aria-multiline', 'true');
        box.setAttribute('aria-label', text(label));
      } else {
        label.id ||= `label-${Math.random().toString(36).slice(2)}`;
        const shown = box.querySelector('.select2-selection__rendered');
        for (const wrong of ['role', 'aria-readonly', 'aria-expanded']) shown?.removeAttribute(wrong);
        box.setAttribute('aria-labelledby', [label.id, shown?.id].filter(Boolean).join(' '));
      }
    }
  }

  function all() {
    cells(document);
    halves(document);
    boxes(document);
  }
  all();
  // The editor and the autocomplete boxes are made by scripts that come later; new rows later still.
  addEventListener('load', () => { all(); setTimeout(all, 400); });
  document.addEventListener('formset:added', () => setTimeout(all));
  document.addEventListener('htmx:afterSwap', () => setTimeout(all));
})();
