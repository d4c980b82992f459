import NavigatedViewer from 'bpmn-js/lib/NavigatedViewer';
import TextRenderer from 'bpmn-js/lib/draw/TextRenderer';
import drawingStyle from 'bpmn-js/dist/assets/diagram-js.css?inline';
import frameStyle from 'bpmn-js/dist/assets/bpmn-js.css?inline';

const STYLE = `
sekisho-process-diagram { display: block; position: relative; }
sekisho-process-diagram .frame { height: min(60vh, 26rem); border: 1px solid var(--sekisho-line);
  border-radius: var(--lumo-border-radius-m); background: var(--lumo-base-color); overflow: hidden; }
sekisho-process-diagram .tools { display: flex; gap: var(--lumo-space-xs); margin-block-end: var(--lumo-space-xs); }
sekisho-process-diagram .djs-container svg:focus-visible { outline: 3px solid var(--lumo-primary-color); outline-offset: -3px; }
sekisho-process-diagram .djs-hit-stroke, sekisho-process-diagram .djs-outline { pointer-events: all; }
sekisho-process-diagram .djs-element .djs-visual { opacity: 0.7; }
sekisho-process-diagram .passed:not(.djs-label) > .djs-visual,
sekisho-process-diagram .now > .djs-visual, sekisho-process-diagram .named > .djs-visual { opacity: 1; }
sekisho-process-diagram .djs-shape.passed > .djs-visual > :first-child { stroke-width: 3px !important; }
sekisho-process-diagram .djs-connection.passed > .djs-visual > path { stroke-width: 3px !important; }
sekisho-process-diagram .now > .djs-visual > :first-child { stroke-width: 5px !important;
  stroke: var(--sekisho-accent) !important; fill: var(--sekisho-accent-ground) !important; }
sekisho-process-diagram .now.holds > .djs-visual > :first-child { fill: var(--lumo-base-color) !important; }
sekisho-process-diagram .glows > .djs-visual > :first-child { filter: drop-shadow(0 0 8px var(--sekisho-accent)); }
@media (prefers-reduced-motion: no-preference) {
  sekisho-process-diagram .glows > .djs-visual > :first-child { animation: sekisho-glow 1.2s ease-out; }
}
@keyframes sekisho-glow { from { filter: drop-shadow(0 0 24px var(--sekisho-accent)); } }
${[1, 2, 3, 4, 5].map((level) => `sekisho-process-diagram .heat-${level} > .djs-visual { opacity: 1; }
sekisho-process-diagram .heat-${level} > .djs-visual > :first-child { stroke-width: ${level + 1}px !important;
  fill: color-mix(in srgb, var(--sekisho-accent) ${level * 13 - 8}%, var(--lumo-base-color)) !important; }`).join('\n')}
sekisho-process-diagram .mark.warm { color: var(--lumo-body-text-color); }
sekisho-process-diagram .calls { cursor: pointer; }
sekisho-process-diagram .mark { display: inline-flex; align-items: center; white-space: nowrap; font-size: 12px; font-weight: 600;
  line-height: 18px; padding: 0 6px; border-radius: 9px; border: 1px solid currentColor; background: var(--lumo-base-color);
  color: var(--lumo-success-text-color); }
sekisho-process-diagram .mark.here { background: var(--sekisho-accent-ground); color: var(--sekisho-accent); }
sekisho-process-diagram .bjs-powered-by { background: #fff; padding: 2px 4px; border-radius: 4px; }
`;

const STEP = 1.25;
/** Smaller than this nobody reads, larger nobody needs. */
const SMALLEST = 0.9;
const LARGEST = 1.1;

/** Leaves names a little more room than they were measured to need: one that fills its box breaks in the middle of a word. */
class RoomyText extends TextRenderer {
  constructor(config) {
    super(config);
    const measured = this.getExternalLabelBounds;
    this.getExternalLabelBounds = (bounds, text) => {
      const { x, width, ...rest } = measured.call(this, bounds, text);
      return { x: x - 4, width: width + 8, ...rest };
    };
  }
}
RoomyText.$inject = ['config.textRenderer'];

const attached = (place) => {
  const style = document.createElement('style');
  style.textContent = drawingStyle + frameStyle + STYLE;
  place.append(style);
};

const mark = (text, kind) => {
  const element = document.createElement('span');
  element.className = `mark ${kind}`;
  element.textContent = text;
  return element;
};

/** Room that is left around a model. */
const MARGIN = 40;

/** Where a view of some length begins that has a point in its middle, as far as the model reaches there. */
const around = (point, length, from, whole) =>
  whole + 2 * MARGIN < length
    ? from + (whole - length) / 2
    : Math.min(Math.max(point - length / 2, from - MARGIN), from + whole + MARGIN - length);

/** Where an element begins that holds others. */
const begins = (element) => (element.children || []).find(({ type }) => type === 'bpmn:StartEvent');

/** One drawing of one model in its place on the page. */
export class Drawing {
  constructor(place, words, called) {
    this.words = words;
    this.called = called;
    this.place = place;
    place.replaceChildren();
    attached(place);
    place.append(this.tools());
    const frame = document.createElement('div');
    frame.className = 'frame';
    place.append(frame);
    this.viewer = new NavigatedViewer({
      container: frame,
      // the wheel is the page's, as people expect; there are buttons, and the drawing can be dragged
      zoomScroll: { enabled: false },
      additionalModules: [{ textRenderer: ['type', RoomyText] }],
      bpmnRenderer: {
        defaultFillColor: 'var(--lumo-base-color)',
        defaultStrokeColor: 'var(--lumo-body-text-color)',
        defaultLabelColor: 'var(--lumo-body-text-color)'
      }
    });
    const svg = frame.querySelector('svg');
    svg.setAttribute('role', 'img');
    svg.setAttribute('aria-label', words.diagram);
  }

  tools() {
    const tools = document.createElement('div');
    tools.className = 'tools';
    const button = (text, work) => {
      const made = document.createElement('vaadin-button');
      made.setAttribute('theme', 'small tertiary');
      made.textContent = text;
      made.addEventListener('click', work);
      tools.append(made);
    };
    button(this.words.larger, () => this.zoom(STEP));
    button(this.words.smaller, () => this.zoom(1 / STEP));
    button(this.words.here, () => this.begin());
    button(this.words.whole, () => this.fit());
    return tools;
  }

  zoom(factor) {
    const canvas = this.viewer.get('canvas');
    canvas.zoom(canvas.zoom() * factor);
  }

  /** @return how large the whole model is shown */
  fit() {
    const canvas = this.viewer.get('canvas');
    const scale = canvas.zoom('fit-viewport', 'auto');
    return scale > LARGEST ? canvas.zoom(LARGEST, 'auto') : scale;
  }

  /** As much of the model as can be read, with the place where it stands in the middle. */
  begin() {
    if (this.fit() >= SMALLEST || !this.middle) {
      return;
    }
    const canvas = this.viewer.get('canvas');
    const { outer, inner } = canvas.viewbox();
    const width = outer.width / SMALLEST;
    const height = outer.height / SMALLEST;
    canvas.viewbox({
      x: around(this.middle.x, width, inner.x, inner.width),
      y: around(this.middle.y, height, inner.y, inner.height),
      width,
      height
    });
  }

  async draw(xml, marks) {
    await this.viewer.importXML(xml);
    this.viewer.on('element.click', ({ element }) => {
      if (this.marks.calls.includes(element.id)) {
        this.called(element.id);
      }
    });
    this.mark(marks);
    this.begin();
    this.place.setAttribute('drawn', '');
  }

  /** Marks what is passed and where it stands, in the place of what was marked before. */
  mark(marks) {
    const canvas = this.viewer.get('canvas');
    const overlays = this.viewer.get('overlays');
    const known = this.viewer.get('elementRegistry');
    overlays.clear();
    known.forEach(({ id }) => ['passed', 'now', 'holds', 'glows', 'calls', 'named'].forEach((kind) => canvas.removeMarker(id, kind)));
    this.marks = marks;
    const present = (ids) => ids.filter((id) => known.get(id));
    present(marks.flows).forEach((id) => canvas.addMarker(id, 'passed'));
    present(marks.passed).forEach((id) => {
      canvas.addMarker(id, 'passed');
      overlays.add(id, { position: { top: -11, left: -6 }, html: mark('✓', 'gone') });
    });
    present(marks.now).forEach((id) => {
      canvas.addMarker(id, 'now');
      if (begins(known.get(id))) {
        canvas.addMarker(id, 'holds');
      }
      overlays.add(id, { position: { top: -24, left: -2 }, html: mark(`● ${this.words.now}`, 'here') });
    });
    present(marks.calls).forEach((id) => canvas.addMarker(id, 'calls'));
    // a name that stands beside its element is a drawing of its own
    present([...marks.flows, ...marks.passed, ...marks.now]).forEach((id) =>
      known.get(id).labels.forEach((label) => canvas.addMarker(label.id, 'named'))
    );
    const [place] = [...present(marks.now), ...present(marks.last)].map((id) => known.get(id));
    // of what holds other elements, and may be larger than the frame, one sees where it begins
    const middle = place && (begins(place) || place);
    this.middle = middle && { x: middle.x + middle.width / 2, y: middle.y + middle.height / 2 };
  }

  /** Shows a moment of a replay: what was passed before it, and the element of the moment, which glows and is in sight. */
  show(moment) {
    const canvas = this.viewer.get('canvas');
    const known = this.viewer.get('elementRegistry');
    const entered = new Set(moment.entered);
    const flows = moment.flows.filter((id) => {
      const flow = known.get(id);
      return flow && entered.has(flow.source.id) && entered.has(flow.target.id);
    });
    this.mark({ passed: moment.passed, now: moment.now, last: [], flows, calls: moment.calls });
    const [element] = moment.now.map((id) => known.get(id)).filter(Boolean);
    if (element) {
      canvas.addMarker(element.id, 'glows');
      if (this.fit() < SMALLEST) {
        this.begin();
      }
    }
  }

  /** Shades steps by how long they take; the frame grows with it, and the text says it. */
  warm(steps) {
    const canvas = this.viewer.get('canvas');
    const overlays = this.viewer.get('overlays');
    const known = this.viewer.get('elementRegistry');
    steps.filter(({ element }) => known.get(element)).forEach(({ element, level, text }) => {
      canvas.addMarker(element, `heat-${level}`);
      overlays.add(element, { position: { top: -14, left: -4 }, html: mark(text, 'warm') });
    });
  }

  destroy() {
    this.viewer.destroy();
    this.place.replaceChildren();
    this.place.removeAttribute('drawn');
  }
}
