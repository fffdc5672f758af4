package cn.gov.officecleanup.mechanism.document;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/**
 * Types of document that a case accepts, told by their content: a file's name says nothing certain.
 */
public enum DocumentType {

  PDF("application/pdf", "pdf"),
  OFD("application/ofd", "ofd"),
  DOCX("application/vnd.openxmlformats-officedocument.wordprocessingml.document", "docx"),
  XLSX("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "xlsx"),
  PNG("image/png", "png"),
  JPEG("image/jpeg", "jpg", "jpeg");

  private static final byte[] PDF_START = "%PDF-".getBytes(StandardCharsets.US_ASCII);
  private static final byte[] PNG_START = HexFormat.of().parseHex("89504e470d0a1a0a");
  private static final byte[] JPEG_START = HexFormat.of().parseHex("ffd8ff");
  private static final byte[] ZIP_START = HexFormat.of().parseHex("504b0304");
  /** Far above what Office writes; a larger one is not unpacked. */
  private static final int CONTENT_TYPES_LIMIT = 1 << 20;

  private final String mediaType;
  private final List<String> endings;

  DocumentType(String mediaType, String... endings) {
    this.mediaType = mediaType;
    this.endings = List.of(endings);
  }

  public String mediaType() {
    return mediaType;
  }

  /** @return how names of such files end, without dot, the usual ending first */
  List<String> endings() {
    return endings;
  }

  /** @return the type of a media type; empty for one that is not accepted */
  static Optional<DocumentType> ofMediaType(String mediaType) {
    return Arrays.stream(values()).filter(type -> type.mediaType.equals(mediaType)).findFirst();
  }

  /**
   * @return the type, or empty for anything that is not accepted, Office files with macros and damaged packages among them
   */
  static Optional<DocumentType> of(byte[] content) {
    if (startsWith(content, PDF_START)) {
      return Optional.of(PDF);
    }
    if (startsWith(content, PNG_START)) {
      return Optional.of(PNG);
    }
    if (startsWith(content, JPEG_START)) {
      return Optional.of(JPEG);
    }
    return startsWith(content, ZIP_START) ? ofPackage(content) : Optional.empty();
  }

  private static boolean startsWith(byte[] content, byte[] start) {
    return content.length > start.length && Arrays.equals(content, 0, start.length, start, 0, start.length);
  }

  /** DOCX, XLSX and OFD are zip packages; only the directory and the one entry that tells them apart are read. */
  private static Optional<DocumentType> ofPackage(byte[] content) {
    return OfficePackage.contents(content, "[Content_Types].xml", CONTENT_TYPES_LIMIT).flatMap(contents -> {
      if (contents.names().contains("OFD.xml") && !contents.names().contains("[Content_Types].xml")) {
        return Optional.of(OFD);
      }
      String text = new String(contents.part(), StandardCharsets.UTF_8);
      if (text.contains("\"" + DOCX.mediaType + ".main+xml\"") && contents.names().contains("word/document.xml")) {
        return Optional.of(DOCX);
      }
      return text.contains("\"" + XLSX.mediaType + ".main+xml\"") && contents.names().contains("xl/workbook.xml") ? Optional.of(XLSX)
          : Optional.empty();
    });
  }
}
