package cn.gov.officecleanup.edge.web;

import cn.gov.officecleanup.mechanism.form.OwnTasks;
import cn.gov.officecleanup.mechanism.form.RowImport;
import cn.gov.officecleanup.mechanism.sheet.ImportFile;
import cn.gov.officecleanup.mechanism.sheet.TableWorkbook;
import java.io.IOException;
import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.server.ResponseStatusException;

/** Reads a file into the rows of a form's table for who has that task to do, and gives the empty file to fill in. */
@RestController
@RequestMapping(SignedIn.PATH)
class RowImportResource {

  private final ObjectProvider<RowImport> imports;
  private final OwnTasks toDo;

  RowImportResource(ObjectProvider<RowImport> imports, OwnTasks toDo) {
    this.imports = imports;
    this.toDo = toDo;
  }

  @PostMapping("/tasks/{taskId}/rows/{name}")
  RowImport.ReadRows read(@PathVariable String taskId, @PathVariable String name, @RequestParam MultipartFile file) throws IOException {
    if (!toDo.include(taskId)) {
      throw new ResponseStatusException(HttpStatus.NOT_FOUND);
    }
    return find(name).read(new ImportFile(file.getOriginalFilename(), file.getBytes()));
  }

  @GetMapping("/rows/{name}/template")
  ResponseEntity<byte[]> template(@PathVariable String name) {
    RowImport rowImport = find(name);
    byte[] workbook = new TableWorkbook().sheet(rowImport.table().title(), rowImport.table().title(),
        rowImport.table().columns().stream().map(column -> new TableWorkbook.Column(column.heading(), column.width())).toList(), List.of())
        .toBytes();
    return WorkbookDownload.of(rowImport.table().title() + "（模板）.xlsx", workbook);
  }

  private RowImport find(String name) {
    return imports.stream()
        .filter(rowImport -> rowImport.name().equals(name))
        .findFirst()
        .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
  }
}
