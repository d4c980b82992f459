package org.sekisho.engine;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.sekisho.journey.Chromium;

/** Draws every model for the documentation with bpmn-js in a browser; run by {@code bin/diagrams}, not with the tests. */
class DiagramDrawing {

    private static final Path VIEWER =
            Path.of("src", "test", "frontend", "node_modules", "bpmn-js", "dist", "bpmn-viewer.production.min.js");

    /** Readers see the picture on white, whatever the colours of the page around it, with room for the outermost strokes. */
    private static final String DRAW = """
            async xml => {
              const viewer = new BpmnJS({ container: '#canvas' });
              const { warnings } = await viewer.importXML(xml);
              const { svg } = await viewer.saveSVG();
              viewer.destroy();
              const picture = new DOMParser().parseFromString(svg, 'image/svg+xml');
              const root = picture.documentElement;
              const [x, y, width, height] = root.getAttribute('viewBox').split(' ').map(Number);
              const margin = 8;
              const right = Math.ceil(width) + 2 * margin;
              const bottom = Math.ceil(height) + 2 * margin;
              root.setAttribute('viewBox', [x - margin, y - margin, right, bottom].join(' '));
              root.setAttribute('width', right);
              root.setAttribute('height', bottom);
              root.setAttribute('style', 'background:#fff');
              return [new XMLSerializer().serializeToString(picture), ...warnings.map(String)];
            }""";

    @Test
    void draw() throws IOException {
        try (Page page = Chromium.browser().newPage()) {
            draw(page);
        }
    }

    private static void draw(Page page) throws IOException {
        page.setContent("<div id='canvas' style='width:1600px;height:900px'></div>");
        page.addScriptTag(new Page.AddScriptTagOptions().setPath(VIEWER));
        for (Diagram diagram : Diagram.all()) {
            List<?> drawn = (List<?>) page.evaluate(DRAW, Files.readString(diagram.model()));
            assertThat(drawn).as("warnings about %s", diagram).hasSize(1);
            Files.createDirectories(diagram.picture().getParent());
            Files.writeString(diagram.picture(), drawn.get(0) + "\n" + diagram.fingerprint() + "\n");
        }
    }
}
