// The change form: jump bar, order of related stories, headline counter, unsaved changes, one save at a time.
// The form works without it: the order is then typed as a number. Labels come from data attributes, translated.
(() => {
  document.documentElement.classList.add('js');
  const fill = (text, values) => text.replace(/\{(\w+)\}/g, (whole, key) => values[key] ?? whole);
  const once = (node, mark) => !node.hasAttribute(`data-${mark}`) && (node.setAttribute(`data-${mark}`, ''), true);

  // --- jump bar: the part in view is marked -------------------------------------------------
  function jumpBar(bar) {
    const parts = [...bar.querySelectorAll('a[href^="#"]')]
      .map((link) => [link, document.getElementById(decodeURIComponent(link.hash.slice(1)))])
      .filter(([, part]) => part);
    // The part that began last above the line; a part just jumped to counts even where the page ends too soon.
    let jumped = null;
    const mark = () => {
      const line = bar.getBoundingClientRect().bottom + 24;
      const top = ([, part]) => part.getBoundingClientRect().top;
      const above = parts.filter((pair) => top(pair) <= line).sort((a, b) => top(b) - top(a));
      const here = jumped || above[0] || parts[0];
      for (const [link] of parts) {
        if (link === here?.[0]) link.setAttribute('aria-current', 'true');
        else link.removeAttribute('aria-current');
      }
    };
    bar.addEventListener('click', (event) => {
      jumped = parts.find(([link]) => link === event.target.closest('a')) || null;
      mark();
    });
    for (const moved of ['wheel', 'touchmove', 'keydown']) addEventListener(moved, () => { jumped = null; }, { passive: true });
    let waiting = false;
    addEventListener('scroll', () => {
      if (waiting) return;
      waiting = true;
      requestAnimationFrame(() => { waiting = false; mark(); });
    }, { passive: true });
    mark();
  }

  // --- order: drag or buttons, written to the inputs named …-position ------------------------
  const isEmptyForm = (row) => row.classList.contains('empty-form') || /__prefix__/.test(row.id);
  const rowsOf = (list) => [...list.querySelectorAll('[data-sortable]')].filter((row) => !isEmptyForm(row));
  const position = (row) => row.querySelector('input[name$="-position"]');

  // A blank extra form must keep its first values, or Django would take it for a filled one.
  function used(row) {
    const pk = row.querySelector('input[name$="-id"]');
    if (!pk || pk.value) return true;
    return [...row.querySelectorAll('input,select,textarea')].some((field) => {
      if (/-(position|id|DELETE)$/.test(field.name)) return false;
      if (field.matches('select')) return [...field.options].some((o) => o.selected !== o.defaultSelected && o.value);
      if (field.matches('[type=checkbox],[type=radio]')) return field.checked !== field.defaultChecked;
      return field.value !== field.defaultValue;
    });
  }

  // Raises only what stands out of order: untouched rows keep their numbers, new ones take the next.
  function number(list) {
    let last = 0;
    for (const row of rowsOf(list)) {
      const input = position(row);
      if (!input || !used(row)) continue;
      if (!(Number(input.value) > last)) input.value = last + 1;
      last = Number(input.value);
    }
  }

  function say(list, row) {
    let live = document.getElementById('moved');
    if (!live) {
      live = document.createElement('p');
      live.id = 'moved';
      live.className = 'vh';
      live.setAttribute('role', 'status');
      document.body.append(live);
    }
    const n = rowsOf(list).indexOf(row) + 1;
    live.textContent = fill(list.dataset.moved || '{n}', { name: row.dataset.name || '', n, total: rowsOf(list).length });
  }

  function move(list, row, by) {
    const rows = rowsOf(list);
    const other = rows[rows.indexOf(row) + by];
    if (!other) return;
    if (by < 0) other.before(row); else other.after(row);
    number(list);
    say(list, row);
    row.dispatchEvent(new Event('change', { bubbles: true }));
  }

  function button(text, label, className) {
    const made = document.createElement('button');
    made.type = 'button';
    made.className = className;
    made.textContent = text;
    made.setAttribute('aria-label', label);
    return made;
  }

  function sortableRow(list, row) {
    if (isEmptyForm(row) || !once(row, 'ready')) return;
    const name = row.dataset.name ? `${row.dataset.name}: ` : '';
    const input = position(row);
    if (!row.querySelector('[data-move]')) {
      const holder = row.querySelector('.btns') || input?.parentElement || row.lastElementChild;
      const up = button('↑', name + (list.dataset.up || '↑'), 'btn sm');
      const down = button('↓', name + (list.dataset.down || '↓'), 'btn sm');
      up.dataset.move = 'up';
      down.dataset.move = 'down';
      holder.prepend(up, down);
    }
    // The number is for those without this script; the field stays in the form.
    if (input && input.type !== 'hidden') input.type = 'hidden';
    let grip = row.querySelector('.grip');
    if (!grip && row.matches('li')) {
      grip = document.createElement('span');
      grip.className = 'grip';
      grip.setAttribute('aria-hidden', 'true');
      grip.title = list.dataset.drag || '';
      grip.textContent = '⠿';
      row.prepend(grip);
    }
    // Draggable only from the grip, so that text in the row's fields can still be selected.
    grip?.addEventListener('pointerdown', () => { row.draggable = true; });
    row.addEventListener('dragstart', (event) => {
      if (!row.draggable) return;
      event.dataTransfer.effectAllowed = 'move';
      event.dataTransfer.setData('text/plain', '');
      row.classList.add('moving');
    });
    row.addEventListener('dragend', () => {
      row.draggable = false;
      row.classList.remove('moving');
      number(list);
      say(list, row);
      row.dispatchEvent(new Event('change', { bubbles: true }));
    });
    row.addEventListener('click', (event) => {
      const pressed = event.target.closest('[data-move]');
      if (!pressed) return;
      event.preventDefault();
      move(list, row, pressed.dataset.move === 'up' ? -1 : 1);
      pressed.focus();
    });
    const removed = row.querySelector('input[name$="-DELETE"]');
    removed?.addEventListener('change', () => row.classList.toggle('gone', removed.checked));
  }

  function sortable(list) {
    rowsOf(list).forEach((row) => sortableRow(list, row));
    if (!once(list, 'sorting')) return;
    list.addEventListener('dragover', (event) => {
      const moving = list.querySelector('.moving');
      const over = event.target.closest('[data-sortable]');
      if (!moving) return;
      event.preventDefault();
      if (!over || over === moving || !list.contains(over)) return;
      const box = over.getBoundingClientRect();
      if (event.clientY < box.top + box.height / 2) over.before(moving); else over.after(moving);
    });
    list.addEventListener('drop', (event) => event.preventDefault());
    list.closest('form')?.addEventListener('submit', () => number(list));
    // Django's "add another" row: it takes the next place.
    document.addEventListener('formset:added', (event) => {
      const row = event.target;
      if (!list.contains(row)) return;
      row.removeAttribute('data-ready');
      sortableRow(list, row);
    });
  }

  // --- characters left -----------------------------------------------------------------------
  function counter(field) {
    if (!once(field, 'counting')) return;
    const max = Number(field.dataset.count);
    const out = document.createElement('span');
    out.className = 'sub';
    out.id = `${field.id || field.name}-count`;
    field.after(out);
    field.setAttribute('aria-describedby', `${field.getAttribute('aria-describedby') || ''} ${out.id}`.trim());
    const write = () => {
      const n = [...field.value.trim()].length;
      const over = n - max;
      const text = over > 0 && field.dataset.countOver ? field.dataset.countOver : field.dataset.countText || '{n} / {max}';
      out.textContent = fill(text, { n, max, over });
      out.classList.toggle('sev', over > 0);
      out.classList.toggle('mid', over > 0);
    };
    field.addEventListener('input', write);
    write();
  }

  // --- unsaved changes, and one save at a time ------------------------------------------------
  let dirty = false;
  let leaving = false;
  function guard(form) {
    if (!once(form, 'guarding')) return;
    const touch = (event) => { if (event.target.name || event.target.closest('[data-sortable],.prose-editor')) dirty = true; };
    form.addEventListener('input', touch);
    form.addEventListener('change', touch);
    form.addEventListener('submit', () => { leaving = true; });
    addEventListener('beforeunload', (event) => {
      if (dirty && !leaving) event.preventDefault();
    });
  }

  function onlyOnce(form) {
    if (!once(form, 'watching')) return;
    form.addEventListener('submit', (event) => {
      if (event.defaultPrevented) return;
      if (form.dataset.sent) { event.preventDefault(); return; }
      form.dataset.sent = '1';
      // After this turn, so that the pressed button's own name and value are still sent.
      setTimeout(() => {
        for (const press of form.querySelectorAll('button:not([type=button]),input[type=submit]')) {
          press.setAttribute('aria-disabled', 'true');
          if (press === event.submitter && press.matches('button') && form.dataset.busy) {
            press.dataset.said = press.textContent;
            press.textContent = form.dataset.busy;
          }
        }
      });
    });
  }

  // Back from the browser's cache: everything can be pressed again.
  addEventListener('pageshow', () => {
    leaving = false;
    for (const form of document.querySelectorAll('form[data-sent]')) {
      delete form.dataset.sent;
      for (const press of form.querySelectorAll('[aria-disabled=true]')) {
        press.removeAttribute('aria-disabled');
        if (press.dataset.said) press.textContent = press.dataset.said;
      }
    }
  });

  function start(scope) {
    const all = (selector) => [...(scope.matches?.(selector) ? [scope] : []), ...scope.querySelectorAll(selector)];
    all('.jump').forEach((bar) => once(bar, 'jumping') && jumpBar(bar));
    all('[data-sort]').forEach(sortable);
    all('[data-count]').forEach(counter);
    all('form[data-guard]').forEach(guard);
    all('form[data-once]').forEach(onlyOnce);
  }
  start(document);
  // A fragment swapped into a list that was already sortable brings new rows.
  document.addEventListener('htmx:afterSwap', (event) => {
    const list = event.target.closest?.('[data-sort]');
    if (list) { sortable(list); number(list); }
    start(event.target);
  });
})();
