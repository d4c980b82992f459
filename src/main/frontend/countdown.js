/** Counts down from its attribute "seconds", once a second, and says "elapsed" at the end. */
class SekishoCountdown extends HTMLElement {
  connectedCallback() {
    this.end = performance.now() + Number(this.getAttribute('seconds')) * 1000;
    this.tick();
  }

  disconnectedCallback() {
    clearTimeout(this.timer);
  }

  tick() {
    const left = Math.max(0, Math.ceil((this.end - performance.now()) / 1000));
    const two = (n) => String(n).padStart(2, '0');
    const hours = Math.floor(left / 3600);
    const minutes = Math.floor((left % 3600) / 60);
    this.textContent =
      hours > 0 ? `${hours}:${two(minutes)}:${two(left % 60)}` : `${minutes}:${two(left % 60)}`;
    if (left > 0) {
      this.timer = setTimeout(() => this.tick(), ((this.end - performance.now()) % 1000) + 10);
    } else {
      this.dispatchEvent(new CustomEvent('elapsed'));
    }
  }
}

customElements.define('sekisho-countdown', SekishoCountdown);
