package cn.gov.officecleanup.edge.web;

import static org.assertj.core.api.Assertions.assertThat;

import cn.gov.officecleanup.mechanism.document.FileName;
import cn.gov.officecleanup.mechanism.finding.RefusedException;
import cn.gov.officecleanup.mechanism.sheet.Column;
import cn.gov.officecleanup.mechanism.sheet.ImportFile;
import cn.gov.officecleanup.mechanism.sheet.SheetFiles;
import cn.gov.officecleanup.mechanism.sheet.SheetTable;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.BadUserRequestException;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.TaskAlreadyClaimedException;
import org.camunda.bpm.engine.exception.NotFoundException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.dao.PessimisticLockingFailureException;
import org.springframework.http.HttpStatus;
import org.springframework.web.multipart.MaxUploadSizeExceededException;
import org.springframework.web.multipart.MultipartException;
import org.springframework.web.server.ResponseStatusException;

/** Nothing that an official can mend is called a failure of the system. */
class ProblemsTest {

  /** @return what can be refused, as it is thrown */
  static Stream<Throwable> refusals() {
    return Stream.of(new RefusedException("WRONG", "请改正。", "表单"), new TaskAlreadyClaimedException("task", "user"), FileName.tooLong(),
        FileName.unreadable(), new MaxUploadSizeExceededException(1), new MultipartException("broken"),
        new DataIntegrityViolationException("too long", new SQLException("value too long", "22001")),
        new ProcessEngineException("wrapped", new DataIntegrityViolationException("too long", new SQLException("value too long", "22001"))),
        new OptimisticLockingException("entity was updated"), new PessimisticLockingFailureException("locked"),
        new AuthorizationException("no"), new BadUserRequestException("bad"), new NotFoundException("gone"),
        new ResponseStatusException(HttpStatus.NOT_FOUND), new ResponseStatusException(HttpStatus.BAD_REQUEST),
        new ProcessEngineException("wrapped", new RefusedException("WRONG", "请改正。", "表单")));
  }

  @ParameterizedTest
  @MethodSource("refusals")
  void whatCanBeMendedIsToldInChineseAndIsNoFailure(Throwable refused) {
    Problem problem = Problems.of(refused);
    assertThat(problem.status()).isBetween(400, 499);
    assertThat(problem.detail()).doesNotContain("系统出错").endsWith("。").containsPattern("\\p{IsHan}");
  }

  /** @return files that are no table of ours, each in another way */
  static List<Path> files() throws Exception {
    try (Stream<Path> cases = Files.walk(Path.of("src/test/resources/cases"))) {
      return cases.filter(Files::isRegularFile).toList();
    }
  }

  @ParameterizedTest
  @MethodSource("files")
  void noFileIsAFailure(Path file) throws Exception {
    ImportFile sent = new ImportFile("长".repeat(300) + file.getFileName(), Files.readAllBytes(file));
    assertThat(refusalOf(sent)).doesNotContain("系统出错");
    byte[] half = Files.readAllBytes(file);
    assertThat(refusalOf(new ImportFile("半截.xlsx", Arrays.copyOf(half, half.length / 2)))).doesNotContain("系统出错");
    assertThat(refusalOf(new ImportFile("乱码.csv", new String(half, StandardCharsets.ISO_8859_1).getBytes(StandardCharsets.UTF_8))))
        .doesNotContain("系统出错");
  }

  private static String refusalOf(ImportFile file) {
    try {
      SheetFiles.read(file, List.of(new SheetTable() {
        @Override
        public String title() {
          return "表";
        }

        @Override
        public List<Column> columns() {
          return List.of(Column.required("姓名", 10), Column.required("登记编号", 10));
        }

        @Override
        public List<Column> outcomeColumns() {
          return List.of();
        }
      }));
      return "";
    } catch (RuntimeException refused) {
      return Problems.of(refused).detail();
    }
  }
}
