package cn.gov.officecleanup.scripts;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.javascript.jscomp.CheckLevel;
import com.google.javascript.jscomp.CommandLineRunner;
import com.google.javascript.jscomp.CompilationLevel;
import com.google.javascript.jscomp.Compiler;
import com.google.javascript.jscomp.CompilerOptions;
import com.google.javascript.jscomp.DiagnosticGroup;
import com.google.javascript.jscomp.DiagnosticGroups;
import com.google.javascript.jscomp.JSError;
import com.google.javascript.jscomp.SourceFile;
import com.google.javascript.jscomp.deps.ModuleLoader;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * All scripts of the pages by the checks of the Closure Compiler: nothing is undeclared, unused, missing, or of another type than JSDoc
 * says. What lies outside of the scripts, the answers of the server among it, is described in {@code scripts/externs.js}.
 */
class ScriptChecksTest {

  private static final List<DiagnosticGroup> CHECKS = List.of(DiagnosticGroups.CHECK_TYPES, DiagnosticGroups.MISSING_PROPERTIES,
      DiagnosticGroups.STRICT_CHECK_TYPES, DiagnosticGroups.STRICT_MISSING_PROPERTIES, DiagnosticGroups.STRICT_PRIMITIVE_OPERATORS,
      DiagnosticGroups.CHECK_VARIABLES, DiagnosticGroups.UNDEFINED_VARIABLES, DiagnosticGroups.UNUSED_LOCAL_VARIABLE,
      DiagnosticGroups.UNUSED_PRIVATE_PROPERTY, DiagnosticGroups.CONST, DiagnosticGroups.CONSTANT_PROPERTY,
      DiagnosticGroups.SUSPICIOUS_CODE, DiagnosticGroups.CHECK_USELESS_CODE, DiagnosticGroups.INVALID_CASTS,
      DiagnosticGroups.MISSING_RETURN, DiagnosticGroups.GLOBAL_THIS, DiagnosticGroups.DEPRECATED, DiagnosticGroups.NON_STANDARD_JSDOC,
      DiagnosticGroups.ACCESS_CONTROLS, DiagnosticGroups.VISIBILITY, DiagnosticGroups.MODULE_LOAD, DiagnosticGroups.DUPLICATE_VARS,
      DiagnosticGroups.ES5_STRICT, DiagnosticGroups.FUNCTION_PARAMS, DiagnosticGroups.UNKNOWN_DEFINES, DiagnosticGroups.TYPE_INVALIDATION);

  @Test
  void theyAreSound() throws IOException {
    assertThat(Scripts.all()).as("modules").hasSizeGreaterThan(12);
    assertThat(complaints(Scripts.all().stream().map(script -> SourceFile.fromPath(script, StandardCharsets.UTF_8)).toList())).isEmpty();
  }

  @Test
  void whatIsNotIsFound() throws IOException {
    assertThat(complaints(Stream
        .of("export function f() { return nowhere; }", "export function g() { const unused = 1; }",
            "/** @param {number} a */ export function h(a) { return a.split(','); }", "import {missing} from './nowhere.js'; missing();",
            "/** @return {string} */ export function s() { return 1; }", "export function d() { return document.bodi; }")
        .map(code -> SourceFile.fromCode("m%d.js".formatted(Math.abs(code.hashCode())), code))
        .toList())).hasSizeGreaterThanOrEqualTo(6);
  }

  private static List<String> complaints(List<SourceFile> scripts) throws IOException {
    CompilerOptions options = new CompilerOptions();
    CompilationLevel.SIMPLE_OPTIMIZATIONS.setOptionsForCompilationLevel(options);
    options.setChecksOnly(true);
    options.setLanguageIn(CompilerOptions.LanguageMode.UNSTABLE);
    options.setModuleResolutionMode(ModuleLoader.ResolutionMode.BROWSER);
    options.setAllowDynamicImport(true);
    options.setChunkOutputType(CompilerOptions.ChunkOutputType.ES_MODULES);
    // no errors: after one the further checks are left out
    CHECKS.forEach(check -> options.setWarningLevel(check, CheckLevel.WARNING));
    List<SourceFile> externs = new ArrayList<>(CommandLineRunner.getBuiltinExterns(CompilerOptions.Environment.BROWSER));
    externs.add(SourceFile.fromPath(Path.of("src/test/resources/scripts/externs.js"), StandardCharsets.UTF_8));
    Compiler compiler = new Compiler(new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8));
    compiler.compile(externs, scripts, options);
    return Stream.concat(compiler.getErrors().stream(), compiler.getWarnings().stream()).map(ScriptChecksTest::line).toList();
  }

  private static String line(JSError error) {
    return "%s:%d %s: %s".formatted(error.getSourceName(), error.getLineNumber(), error.getType().key, error.getDescription());
  }
}
