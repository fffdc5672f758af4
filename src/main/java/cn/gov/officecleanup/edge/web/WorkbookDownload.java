package cn.gov.officecleanup.edge.web;

import jakarta.servlet.http.HttpServletResponse;
import java.nio.charset.StandardCharsets;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/** Answers with a workbook to download, under a Chinese name. */
final class WorkbookDownload {

  private static final MediaType XLSX = MediaType.parseMediaType("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");

  private WorkbookDownload() {
  }

  static ResponseEntity<byte[]> of(String fileName, byte[] workbook) {
    return ResponseEntity.ok().contentType(XLSX).header(HttpHeaders.CONTENT_DISPOSITION, disposition(fileName)).body(workbook);
  }

  /** Prepares the answer for a workbook that is written to it piece by piece. */
  static void prepare(HttpServletResponse response, String fileName) {
    response.setContentType(XLSX.toString());
    response.setHeader(HttpHeaders.CONTENT_DISPOSITION, disposition(fileName));
  }

  private static String disposition(String fileName) {
    return ContentDisposition.attachment().filename(fileName, StandardCharsets.UTF_8).build().toString();
  }
}
