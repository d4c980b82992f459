/**
 * A model of a process, drawn. The program that draws is large: it is fetched when the first diagram of a browser is shown, so
 * that no other page carries it.
 */
class SekishoProcessDiagram extends HTMLElement {
  /**
   * @param xml the model
   * @param marks which elements and flows were passed, where it stands now, and which elements called another process
   * @param words what the diagram, its marks and its buttons are called
   */
  draw(xml, marks, words) {
    this.drawn = this.begin(xml, marks, words);
    return this.drawn;
  }

  async begin(xml, marks, words) {
    const { Drawing } = await import('./process-drawing.js');
    this.drawing?.destroy();
    this.drawing = new Drawing(this, words, (element) =>
      this.dispatchEvent(new CustomEvent('called', { detail: { element } }))
    );
    await this.drawing.draw(xml, marks);
  }

  /** Shows a moment of a replay on what is drawn, or about to be. */
  async show(moment) {
    await this.drawn;
    this.drawing?.show(moment);
  }

  /**
   * @param steps elements with how warm each is, from 1 to 5, and what stands beside it
   */
  async drawWarmth(xml, steps, words) {
    await this.draw(xml, { passed: [], now: [], last: [], flows: [], calls: [] }, words);
    this.drawing?.warm(steps);
  }

  disconnectedCallback() {
    this.drawing?.destroy();
    this.drawing = undefined;
  }
}

customElements.define('sekisho-process-diagram', SekishoProcessDiagram);
