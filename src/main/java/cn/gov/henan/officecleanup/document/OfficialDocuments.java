package cn.gov.henan.officecleanup.document;

import org.springframework.stereotype.Component;

/**
 * Writes official documents (公文) as .docx in the form of GB/T 9704-2012, from Word templates that an official can edit.
 */
@Component
public class OfficialDocuments {

  /** @return .docx: the reply to a request to keep an office (C3, C4, C16–C18; refused: C6, C7) */
  public byte[] retentionReply(Reply reply) {
    throw new UnsupportedOperationException("template follows");
  }

  /** @return .docx: the reply to a request to set up an office (C5) */
  public byte[] establishmentReply(Reply reply) {
    throw new UnsupportedOperationException("template follows");
  }
}
