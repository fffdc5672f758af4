package cn.gov.officecleanup.mechanism.reporter;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Says in one sentence what to set, where a stack trace would stand. */
class ReporterKeyAnalyzer extends AbstractFailureAnalyzer<ReporterKeys.KeyException> {

  @Override
  protected FailureAnalysis analyze(Throwable rootFailure, ReporterKeys.KeyException cause) {
    return new FailureAnalysis(cause.getMessage(),
        "Set the environment variable %s to 32 random bytes in Base64, keep them apart from the database's backups, and start again."
            .formatted(ReporterKeys.VARIABLE),
        cause);
  }
}
