package cn.gov.officecleanup.procedure.campaign;

import cn.gov.officecleanup.mechanism.identity.Officials;
import cn.gov.officecleanup.mechanism.register.RegisterChanged;
import org.camunda.bpm.engine.RuntimeService;
import org.springframework.context.annotation.Lazy;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Tells the campaign under way, by a signal, that the register has changed; it goes on from there by itself (C20). */
@Component
class RegisterWatch {

  private static final String SIGNAL = "register-changed";

  private final RuntimeService runtime;
  private final Officials officials;

  RegisterWatch(@Lazy RuntimeService runtime, Officials officials) {
    this.runtime = runtime;
    this.officials = officials;
  }

  @EventListener
  void registerChanged(RegisterChanged changed) {
    officials.asApplication(() -> {
      runtime.signalEventReceived(SIGNAL);
      return null;
    });
  }
}
