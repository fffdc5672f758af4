package cn.gov.officecleanup.mechanism.identity;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Says in one sentence what to set, where a stack trace would stand. */
class AdministratorPasswordAnalyzer extends AbstractFailureAnalyzer<AdministratorAccount.PasswordException> {

  @Override
  protected FailureAnalysis analyze(Throwable rootFailure, AdministratorAccount.PasswordException cause) {
    return new FailureAnalysis(cause.getMessage(),
        "Set the environment variables CLEANUP_ADMIN_PASSWORD, CLEANUP_SECURITY_PASSWORD and CLEANUP_AUDITOR_PASSWORD to the "
            + "first passwords of the administrators and start again.",
        cause);
  }
}
