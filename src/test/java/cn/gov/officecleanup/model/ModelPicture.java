package cn.gov.officecleanup.model;

import com.microsoft.playwright.Page;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/** The picture of a BPMN model, an SVG beside it that names the very content of the model it shows. */
record ModelPicture(Path model) {

  private static final String VIEWER = "classpath*:META-INF/resources/webjars/bpmn-js/*/dist/bpmn-viewer.production.min.js";
  private static final Pattern MARK = Pattern.compile("<!-- shows the model with SHA-256 ([0-9a-f]{64}) -->");
  private static final String RENDER = """
    async xml => {
      const viewer = new BpmnJS({container: '#canvas'});
      const {warnings} = await viewer.importXML(xml);
      const {svg} = await viewer.saveSVG();
      return {svg, warnings: warnings.map(warning => warning.message)};
    }""";

  Path file() {
    return model.resolveSibling(model.getFileName().toString().replaceFirst("\\.bpmn$", ".svg"));
  }

  /** @return whether the picture is there and shows the model as it is now */
  boolean isCurrent() {
    if (!Files.exists(file())) {
      return false;
    }
    Matcher mark = MARK.matcher(read(file()));
    return mark.find() && mark.group(1).equals(hash());
  }

  /**
   * Draws the model anew.
   *
   * @param page a page to draw in
   * @throws IllegalStateException when parts of the model cannot be drawn
   */
  void render(Page page) {
    page.setContent("<!DOCTYPE html><html lang=\"zh-CN\"><body><div id=\"canvas\" style=\"height: 1200px\"></div></body></html>");
    page.addScriptTag(new Page.AddScriptTagOptions().setContent(viewer()));
    @SuppressWarnings("unchecked")
    Map<String, Object> drawn = (Map<String, Object>) page.evaluate(RENDER, read(model));
    List<?> warnings = (List<?>) drawn.get("warnings");
    if (!warnings.isEmpty()) {
      throw new IllegalStateException(model + " cannot be drawn in full: " + warnings);
    }
    String svg = drawn.get("svg").toString();
    int start = svg.indexOf("<!DOCTYPE");
    // on paper's white, since readers whose screens are dark would see black on black
    write(svg.substring(0, start) + "<!-- shows the model with SHA-256 " + hash() + " -->\n"
        + svg.substring(start).replaceFirst("<svg ", "<svg style=\"background: white\" ") + "\n");
  }

  private String hash() {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(model)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + model, e);
    }
  }

  private static String viewer() {
    try {
      return new PathMatchingResourcePatternResolver().getResources(VIEWER)[0].getContentAsString(StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + file, e);
    }
  }

  private void write(String svg) {
    try {
      Files.writeString(file(), svg);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write " + file(), e);
    }
  }
}
