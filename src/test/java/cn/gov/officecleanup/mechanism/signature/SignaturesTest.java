package cn.gov.officecleanup.mechanism.signature;

import static cn.gov.officecleanup.testkit.EngineTests.as;
import static cn.gov.officecleanup.testkit.EngineTests.asApplication;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.gov.officecleanup.mechanism.casefile.Opinion;
import cn.gov.officecleanup.mechanism.casefile.Opinions;
import cn.gov.officecleanup.mechanism.finding.RefusedException;
import cn.gov.officecleanup.mechanism.identity.Officials;
import cn.gov.officecleanup.testkit.BareCases;
import cn.gov.officecleanup.testkit.EngineTest;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Whose signature stands where. */
@EngineTest
class SignaturesTest {

  private static final String LEADER = "gov410900Leader";
  private static final String OTHER = "gov410900";

  @Autowired
  private Signatures signatures;
  @Autowired
  private Opinions opinions;
  @Autowired
  private Officials officials;
  @Autowired
  private JdbcClient jdbc;

  private final String caseNumber = "QM-2015-0001";

  @BeforeEach
  void enterCase() {
    BareCases.enter(jdbc, List.of(caseNumber));
  }

  @AfterEach
  void nobody() {
    asApplication();
    jdbc.sql("delete from opinion where case_number = ?").param(caseNumber).update();
    jdbc.sql("delete from signature").update();
  }

  @Test
  void anOpinionBearsThePictureThatWhoGaveItKeptAtThatTime() throws IOException {
    as(LEADER, LEADER);
    say();
    signatures.keep(picture(400, 100, "png", Color.BLACK));
    say();
    assertThat(signatures.keep(picture(400, 100, "png", Color.BLACK)).id()).as("the same picture is no new one")
        .isEqualTo(signatures.of(officials.required()).orElseThrow().id());
    byte[] first = signatures.picture(signatures.of(officials.required()).orElseThrow().id()).orElseThrow();
    signatures.keep(picture(400, 100, "jpeg", Color.BLUE));
    say();
    signatures.withdraw();
    say();
    List<Long> borne = opinions.of(caseNumber).stream().map(Opinion::signatureId).toList();
    assertThat(borne.get(0)).as("before there was one").isNull();
    assertThat(signatures.picture(borne.get(1))).contains(first);
    assertThat(borne.get(2)).isNotEqualTo(borne.get(1));
    assertThat(borne.get(3)).as("withdrawn").isNull();
    assertThat(signatures.of(officials.required())).as("the one before does not come back").isEmpty();
  }

  @Test
  void onlyWhoIsSignedInSignsAndOnlyForItself() throws IOException {
    as(LEADER, LEADER);
    signatures.keep(picture(400, 100, "png", Color.BLACK));
    var leader = officials.required();
    as(OTHER, OTHER);
    assertThat(signatures.of(officials.required())).isEmpty();
    assertThat(signatures.signing(leader)).as("another one is at work").isEmpty();
    signatures.withdraw();
    assertThat(signatures.of(leader)).as("nobody withdraws another one's").isPresent();
    asApplication();
    assertThat(signatures.signing(leader)).as("the application is at work").isEmpty();
  }

  @Test
  void whatIsKeptIsDrawnAnewAndOfModerateSize() throws IOException {
    as(LEADER, LEADER);
    byte[] given = picture(1600, 800, "png", Color.BLACK);
    byte[] hiding = Arrays.copyOf(given, given.length + 5);
    System.arraycopy("<?php".getBytes(), 0, hiding, given.length, 5);
    byte[] kept = signatures.picture(signatures.keep(hiding).id()).orElseThrow();
    assertThat(new String(kept, StandardCharsets.ISO_8859_1)).doesNotContain("<?php");
    BufferedImage read = ImageIO.read(new ByteArrayInputStream(kept));
    assertThat(read.getHeight()).isEqualTo(Signatures.KEPT_HEIGHT);
    assertThat(read.getWidth()).isEqualTo(240);
  }

  @Test
  void whatIsNoPictureOfASignatureIsRefusedWithWhatToDo() throws IOException {
    as(LEADER, LEADER);
    refused("签名".getBytes(), "PNG或者JPEG");
    refused(new byte[0], "PNG或者JPEG");
    refused(picture(40, 10, "gif", Color.BLACK), "PNG或者JPEG");
    byte[] whole = picture(400, 100, "png", Color.BLACK);
    refused(Arrays.copyOf(whole, 60), "已经损坏");
    refused(picture(Signatures.MOST_PIXELS + 1, 10, "png", Color.BLACK), "像素，超过上限");
    refused(picture(400, 100, "png", Color.WHITE), "空白");
    refused(new byte[Signatures.MOST_BYTES + 1], "KB，超过上限");
    assertThat(signatures.of(officials.required())).isEmpty();
  }

  private void refused(byte[] picture, String told) {
    assertThatThrownBy(() -> signatures.keep(picture)).isInstanceOf(RefusedException.class).hasMessageContaining(told);
  }

  private void say() {
    opinions.give(caseNumber, "sign", "签署", LEADER, officials.required(), "agree", "同意", "同意。");
  }

  private static byte[] picture(int width, int height, String format, Color ink) throws IOException {
    BufferedImage drawn = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    Graphics2D graphics = drawn.createGraphics();
    graphics.setColor(Color.WHITE);
    graphics.fillRect(0, 0, width, height);
    graphics.setColor(ink);
    graphics.fillRect(width / 4, height / 4, width / 2, height / 2);
    graphics.dispose();
    ByteArrayOutputStream written = new ByteArrayOutputStream();
    ImageIO.write(drawn, format, written);
    return written.toByteArray();
  }
}
