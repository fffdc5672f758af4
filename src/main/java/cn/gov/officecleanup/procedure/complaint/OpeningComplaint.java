package cn.gov.officecleanup.procedure.complaint;

import cn.gov.officecleanup.mechanism.casefile.CaseReading;
import cn.gov.officecleanup.mechanism.casefile.ConfidedCases;
import cn.gov.officecleanup.procedure.complaint.Complaint.Channel;
import java.time.LocalDate;
import java.util.List;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.springframework.stereotype.Component;

/** Opens the record of a complaint, which those who received it read (C14). */
@Component
class OpeningComplaint implements ExecutionListener {

  private final ReceivingComplaints receiving;
  private final Complaints complaints;
  private final CaseReading reading;
  private final ConfidedCases confided;

  OpeningComplaint(ReceivingComplaints receiving, Complaints complaints, CaseReading reading, ConfidedCases confided) {
    this.receiving = receiving;
    this.complaints = complaints;
    this.reading = reading;
    this.confided = confided;
  }

  @Override
  public void notify(DelegateExecution execution) {
    String caseNumber = execution.getProcessBusinessKey();
    String receiver = receiving.receiver(execution);
    complaints.open(caseNumber, receiver, Channel.valueOf(execution.getVariable("channel").toString()),
        LocalDate.parse(execution.getVariable("receivedOn").toString()));
    reading.open(caseNumber, List.of(receiver));
    confided.nameGroups(caseNumber, List.of(receiver));
  }
}
