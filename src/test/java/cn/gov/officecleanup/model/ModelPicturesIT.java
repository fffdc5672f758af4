package cn.gov.officecleanup.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.gov.officecleanup.browser.BrowserWindow;
import cn.gov.officecleanup.browser.Chromium;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Beside every BPMN model lies its picture, for `processes/README.md`. Draws them anew when the system property {@code models.render} is
 * true.
 */
@ExtendWith(Chromium.class)
class ModelPicturesIT {

  private static final Path MODELS = Path.of("processes");
  private static final String HOW_TO_RENDER = "mvn test -Dtest=ModelPicturesIT -Dmodels.render=true";

  @ParameterizedTest
  @MethodSource("models")
  void thePictureShowsTheModelAsItIs(Path model, BrowserWindow window) {
    ModelPicture picture = new ModelPicture(model);
    if (Boolean.getBoolean("models.render") && !picture.isCurrent()) {
      picture.render(window.page());
    }
    assertThat(picture.isCurrent()).as("%s is missing or shows an older %s; draw it anew with: %s", picture.file(), model, HOW_TO_RENDER)
        .isTrue();
  }

  @Test
  void noPictureIsLeftOfAModelThatIsGone() throws IOException {
    List<Path> pictures = models().map(model -> new ModelPicture(model).file()).toList();
    try (Stream<Path> files = Files.list(MODELS)) {
      assertThat(files.filter(file -> file.toString().endsWith(".svg"))).as("pictures without a model").isSubsetOf(pictures);
    }
  }

  @Test
  void aPictureIsDrawnAndGrowsOldWithItsModel(@TempDir Path folder, BrowserWindow window) throws IOException {
    Path model = copyOfSample(folder);
    ModelPicture picture = new ModelPicture(model);
    assertThat(picture.isCurrent()).isFalse();

    picture.render(window.page());
    assertThat(picture.isCurrent()).isTrue();
    assertThat(picture.file()).content().contains("<svg", "办理", "起草");

    Files.writeString(model, Files.readString(model).replace("起草", "拟稿"));
    assertThat(picture.isCurrent()).isFalse();
  }

  @Test
  void whatCannotBeDrawnIsReported(@TempDir Path folder, BrowserWindow window) throws IOException {
    Path model = copyOfSample(folder);
    Files.writeString(model, Files.readString(model).replace("bpmnElement=\"draft\"", "bpmnElement=\"nothing\""));
    assertThatThrownBy(() -> new ModelPicture(model).render(window.page())).hasMessageContaining("nothing");
  }

  private static Path copyOfSample(Path folder) throws IOException {
    try (var sample = ModelPicturesIT.class.getResourceAsStream("/models/sound-model.bpmn")) {
      Path model = folder.resolve("sound-model.bpmn");
      Files.copy(sample, model, StandardCopyOption.REPLACE_EXISTING);
      return model;
    }
  }

  static Stream<Path> models() throws IOException {
    try (Stream<Path> files = Files.list(MODELS)) {
      return files.filter(file -> file.toString().endsWith(".bpmn")).sorted().toList().stream();
    }
  }
}
