package cn.gov.officecleanup.mechanism.platform;

import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.impl.context.Context;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Tells what an official asked the engine for from what is a part of something bigger, or the application's own work. */
final class OfficialsRequest {

  private OfficialsRequest() {
  }

  /**
   * @param identity null while the engine is being built
   * @return whether a command that begins now is an official's whole request; inside a transaction that others began it is not
   */
  static boolean isWhole(IdentityService identity) {
    return identity != null && identity.getCurrentAuthentication() != null && Context.getCommandContext() == null
        && !TransactionSynchronizationManager.isActualTransactionActive();
  }
}
