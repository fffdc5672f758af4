package cn.gov.henan.officecleanup.identity;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Says in one sentence what to set, where a stack trace would stand. */
class AdministratorPasswordAnalyzer extends AbstractFailureAnalyzer<AdministratorAccount.PasswordException> {

  @Override
  protected FailureAnalysis analyze(Throwable rootFailure, AdministratorAccount.PasswordException cause) {
    return new FailureAnalysis(cause.getMessage(),
        "Set the environment variable CLEANUP_ADMIN_PASSWORD to the first password of the administrator 'admin' and start again.", cause);
  }
}
