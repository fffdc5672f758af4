package cn.gov.henan.officecleanup.disposal;

import cn.gov.henan.officecleanup.form.DocumentPreview;
import java.util.Map;
import org.springframework.stereotype.Component;

/** C6: the reply to a proposal to dispose of an asset, looked at by those who approve it before it is issued. */
@Component
class DisposalReplyPreview implements DocumentPreview {

  private final IssuingDisposalReply issuing;

  DisposalReplyPreview(IssuingDisposalReply issuing) {
    this.issuing = issuing;
  }

  @Override
  public String name() {
    return "disposal-reply";
  }

  @Override
  public String label() {
    return "同意处置的批复";
  }

  @Override
  public byte[] draw(String caseNumber, Map<String, String> typed) {
    return issuing.draft(caseNumber);
  }
}
