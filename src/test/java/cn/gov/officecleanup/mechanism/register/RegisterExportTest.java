package cn.gov.officecleanup.mechanism.register;

import static org.assertj.core.api.Assertions.assertThat;

import cn.gov.officecleanup.edge.demo.SampleRegister;
import cn.gov.officecleanup.mechanism.sheet.ImportFile;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.junit.jupiter.SpringJUnitConfig;
import org.springframework.transaction.annotation.Transactional;

@SpringJUnitConfig(RegisterTestDatabase.class)
@Transactional
class RegisterExportTest {

  @Autowired
  private RegisterExport registerExport;
  @Autowired
  private RegisterImport registerImport;
  @Autowired
  private OfficeRegister register;

  @Test
  void anExportIsImportedAgainWithoutAnyChange() throws IOException {
    registerImport.run(SampleRegister.files(), ImportMode.ALL_OR_NOTHING, government -> true);
    register.retain(register.get("豫驻0002").id(), "豫政文〔2015〕101号", "脱钩", null, "C3", "批准保留。");
    int offices = register.all().size();
    byte[] workbook = export();

    ImportReport report = registerImport.run(List.of(new ImportFile("登记册.xlsx", workbook)), ImportMode.ALL_OR_NOTHING, government -> true);
    assertThat(report.problems()).isEmpty();
    assertThat(report.offices()).isEqualTo(new ImportReport.Counts(0, 0, offices));
    assertThat(report.assets().added() + report.assets().changed()).isZero();
    assertThat(report.assets().unchanged()).isPositive();
    assertThat(report.businessEntities().added() + report.businessEntities().changed()).isZero();
    assertThat(report.businessEntities().unchanged()).isPositive();
  }

  @Test
  void onlyTheWantedOfficesAreWritten() throws IOException {
    registerImport.run(SampleRegister.files(), ImportMode.ALL_OR_NOTHING, government -> true);
    ByteArrayOutputStream output = new ByteArrayOutputStream();
    int written = registerExport.write(output, office -> office.governmentCode().equals("410700"));
    assertThat(written).isEqualTo(register.officesOf("410700").size()).isPositive();
    try (XSSFWorkbook workbook = new XSSFWorkbook(new ByteArrayInputStream(output.toByteArray()))) {
      assertThat(workbook.getSheet("办事机构").getLastRowNum()).isEqualTo(written);
      assertThat(workbook.getSheet("资产").getLastRowNum()).isZero();
    }
  }

  @Test
  void whatLooksLikeAFormulaIsWrittenAsText() throws IOException {
    OfficeEntry plain = OfficeRegisterTest.entry("豫驻0001", "410300");
    register.enter(new OfficeEntry(plain.registerNumber(), "=HYPERLINK(\"http://example.org\")", plain.governmentCode(), plain.senderKind(),
        null, plain.hostCityCode(), plain.hostCityName(), plain.workKind(), null, "+1", 1, "@SUM(A1)", true));
    try (XSSFWorkbook workbook = new XSSFWorkbook(new ByteArrayInputStream(export()))) {
      for (Row row : workbook.getSheet("办事机构")) {
        for (Cell cell : row) {
          assertThat(cell.getCellType()).isIn(CellType.STRING);
          assertThat(cell.getCellStyle().getDataFormatString()).isEqualTo("@");
        }
      }
    }
  }

  private byte[] export() throws IOException {
    ByteArrayOutputStream output = new ByteArrayOutputStream();
    registerExport.write(output, office -> true);
    return output.toByteArray();
  }
}
