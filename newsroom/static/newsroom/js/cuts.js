// The page of a picture: focal point and cut-outs by mouse and keyboard, and what the file says, taken over.
// Everything ends in the number fields below, which do the same without this script. Drawn with SVG attributes alone.
(() => {
  // --- what the file says, taken over into its field ------------------------------------------
  for (const button of document.querySelectorAll('[data-fill]')) {
    button.addEventListener('click', (event) => {
      const field = document.getElementById(`id_${button.dataset.fill}`);
      if (!field) return;
      event.preventDefault();
      field.value = button.dataset.value;
      field.dispatchEvent(new Event('change', { bubbles: true }));
      document.getElementById('filled').textContent = button.dataset.filled;
      field.focus();
    });
  }

  const root = document.querySelector('[data-cutter]');
  if (!root) return;
  const [width, height] = [Number(root.dataset.width), Number(root.dataset.height)];
  const stage = root.querySelector('.stage');
  const said = document.getElementById('cutter-said');
  const field = (name) => document.getElementById(`id_${name}`);
  const ratios = Object.fromEntries([...root.querySelectorAll('[data-ratio]')].map((radio) => [radio.value, Number(radio.dataset.ratio)]));
  const make = (tag, attributes) => {
    const node = document.createElementNS('http://www.w3.org/2000/svg', tag);
    for (const [name, value] of Object.entries(attributes)) node.setAttribute(name, value);
    return node;
  };
  const fill = (text, values) => text.replace(/\{(\w+)\}/g, (whole, key) => values[key] ?? whole);
  const clamp = (value, low, high) => Math.min(Math.max(value, low), high);
  const write = (name, fraction) => { field(name).value = Math.round(fraction * 10000) / 100; };
  const read = (name) => (field(name).value === '' ? null : Number(field(name).value) / 100);
  const NARROWEST = 0.1;
  const unit = Math.max(width, height) / 100;
  let chosen = 'focal';

  // --- the numbers ----------------------------------------------------------------------------
  const focal = () => ({ x: clamp(read('focal_left') ?? 0.5, 0, 1), y: clamp(read('focal_top') ?? 0.5, 0, 1) });
  const tall = (shape, w) => (w * width) / ratios[shape] / height;
  const widest = (shape) => Math.min(1, (ratios[shape] * height) / width);
  // As the server cuts it: the largest of the shape, as near to the focal point as it fits.
  function automatic(shape) {
    const w = widest(shape);
    const h = tall(shape, w);
    const at = focal();
    return { x: clamp(at.x - w / 2, 0, 1 - w), y: clamp(at.y - h / 2, 0, 1 - h), w, h };
  }
  function drawn(shape) {
    const [x, y, w] = ['left', 'top', 'width'].map((name) => read(`${shape}_${name}`));
    return [x, y, w].includes(null) ? null : { x, y, w, h: tall(shape, w) };
  }
  const box = (shape) => drawn(shape) || automatic(shape);
  function setFocal(x, y) {
    write('focal_left', clamp(x, 0, 1));
    write('focal_top', clamp(y, 0, 1));
    changed('focal_left');
  }
  function setBox(shape, { x, y, w }) {
    // Down, so that rounding never makes it wider than the picture is.
    const across = Math.floor(clamp(w, Math.min(NARROWEST, widest(shape)), widest(shape)) * 10000 + 0.001) / 10000;
    write(`${shape}_width`, across);
    write(`${shape}_left`, clamp(x, 0, 1 - across));
    write(`${shape}_top`, clamp(y, 0, Math.max(0, 1 - tall(shape, across))));
    changed(`${shape}_left`);
  }
  function changed(name) {
    field(name).dispatchEvent(new Event('change', { bubbles: true }));
    draw();
  }

  // --- drawing --------------------------------------------------------------------------------
  const shade = make('path', { class: 'shade', 'fill-rule': 'evenodd' });
  const frame = make('rect', { class: 'frame', tabindex: 0, role: 'slider', 'aria-valuemin': 0, 'aria-valuemax': 100 });
  const corners = ['nw', 'ne', 'sw', 'se'].map((corner) => make('rect', { class: `corner ${corner}`, 'data-corner': corner, width: 3 * unit, height: 3 * unit }));
  const point = make('g', { class: 'point', tabindex: 0, role: 'slider', 'aria-valuemin': 0, 'aria-valuemax': 100 });
  point.append(make('circle', { r: 3 * unit, class: 'halo' }), make('circle', { r: 3 * unit }), make('circle', { r: 0.5 * unit, class: 'dot' }));
  stage.append(shade, frame, ...corners, point);
  const percent = (value) => Math.round(value * 1000) / 10;
  const labelOf = (value) => root.querySelector(`input[value=${value}]`).closest('label').textContent.trim();

  function draw() {
    const at = focal();
    point.setAttribute('transform', `translate(${at.x * width} ${at.y * height})`);
    name(point, labelOf('focal'), at.x, fill(root.dataset.point, { x: percent(at.x), y: percent(at.y) }));
    const cutting = chosen !== 'focal';
    for (const node of [shade, frame, ...corners]) node.toggleAttribute('hidden', !cutting);
    point.classList.toggle('idle', cutting);
    if (cutting) {
      const b = box(chosen);
      const [x, y, w, h] = [b.x * width, b.y * height, b.w * width, b.h * height];
      shade.setAttribute('d', `M0 0H${width}V${height}H0ZM${x} ${y}H${x + w}V${y + h}H${x}Z`);
      for (const [key, value] of Object.entries({ x, y, width: w, height: h })) frame.setAttribute(key, value);
      for (const corner of corners) {
        const { corner: where } = corner.dataset;
        corner.setAttribute('x', (where[1] === 'w' ? x : x + w) - 1.5 * unit);
        corner.setAttribute('y', (where[0] === 'n' ? y : y + h) - 1.5 * unit);
      }
      name(frame, labelOf(chosen), b.x, fill(root.dataset.box, { x: percent(b.x), y: percent(b.y), w: percent(b.w) }));
    }
    for (const figure of root.querySelectorAll('[data-shape]')) {
      const b = box(figure.dataset.shape);
      figure.querySelector('svg').setAttribute('viewBox', `${b.x * width} ${b.y * height} ${b.w * width} ${b.h * height}`);
      const own = Boolean(drawn(figure.dataset.shape));
      figure.querySelector('.how').textContent = own ? '' : `· ${root.dataset.automatic}`;
      figure.querySelector('button').hidden = !own;
    }
  }
  function name(node, label, value, text) {
    node.setAttribute('aria-label', label);
    node.setAttribute('aria-valuenow', Math.round(value * 100));
    node.setAttribute('aria-valuetext', text);
  }

  // --- mouse, finger, pen ---------------------------------------------------------------------
  function place(event) {
    // The drawing may be narrower than its frame: the browser knows where it lies.
    const at = new DOMPoint(event.clientX, event.clientY).matrixTransform(stage.getScreenCTM().inverse());
    return { x: at.x / width, y: at.y / height };
  }
  stage.addEventListener('pointerdown', (event) => {
    if (event.button) return;
    event.preventDefault();
    const start = place(event);
    const from = chosen === 'focal' ? null : box(chosen);
    const { corner } = event.target.dataset;
    if (from && !corner && event.target !== frame) return;
    (from ? frame : point).focus();
    stage.setPointerCapture(event.pointerId);
    const move = (moved) => {
      const now = place(moved);
      if (!from) setFocal(now.x, now.y);
      else if (corner) stretch(chosen, from, corner, now);
      else setBox(chosen, { x: from.x + now.x - start.x, y: from.y + now.y - start.y, w: from.w });
    };
    if (!from) move(event);
    stage.addEventListener('pointermove', move);
    stage.addEventListener('lostpointercapture', () => stage.removeEventListener('pointermove', move), { once: true });
  });
  // The corner opposite stays where it is.
  function stretch(shape, from, corner, now) {
    const right = from.x + from.w;
    const bottom = from.y + from.h;
    const west = corner[1] === 'w';
    const north = corner[0] === 'n';
    const room = Math.min(west ? right : 1 - from.x, ((north ? bottom : 1 - from.y) * height * ratios[shape]) / width);
    const w = clamp(west ? right - now.x : now.x - from.x, Math.min(NARROWEST, room), room);
    setBox(shape, { x: west ? right - w : from.x, y: north ? bottom - tall(shape, w) : from.y, w });
  }

  // --- keyboard -------------------------------------------------------------------------------
  const ARROWS = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] };
  stage.addEventListener('keydown', (event) => {
    const arrow = ARROWS[event.key];
    const step = event.shiftKey ? 0.1 : 0.01;
    const grows = { '+': 1, '=': 1, '-': -1, _: -1 }[event.key] ?? (event.ctrlKey && arrow ? arrow[0] - arrow[1] : 0);
    if ((!arrow && !grows) || event.altKey || event.metaKey) return;
    event.preventDefault();
    if (chosen === 'focal') {
      if (!arrow) return;
      const at = focal();
      setFocal(at.x + arrow[0] * step, at.y + arrow[1] * step);
      return;
    }
    const b = box(chosen);
    if (!grows) setBox(chosen, { x: b.x + arrow[0] * step, y: b.y + arrow[1] * step, w: b.w });
    else {
      // Around its middle.
      const w = clamp(b.w + grows * step, Math.min(NARROWEST, widest(chosen)), widest(chosen));
      setBox(chosen, { x: b.x + (b.w - w) / 2, y: b.y + (b.h - tall(chosen, w)) / 2, w });
    }
  });

  // --- the rest -------------------------------------------------------------------------------
  root.addEventListener('change', (event) => {
    if (event.target.name === 'cut') { chosen = event.target.value; draw(); }
  });
  root.addEventListener('click', (event) => {
    const reset = event.target.closest('[data-reset]');
    if (!reset) return;
    for (const part of ['left', 'top', 'width']) field(`${reset.dataset.reset}_${part}`).value = '';
    changed(`${reset.dataset.reset}_left`);
    said.textContent = `${labelOf(reset.dataset.reset)}: ${root.dataset.automatic}`;
    root.querySelector(`input[value=${reset.dataset.reset}]`).focus();
  });
  for (const row of root.closest('fieldset').querySelectorAll('input[type=number]')) row.addEventListener('input', draw);
  draw();
})();
