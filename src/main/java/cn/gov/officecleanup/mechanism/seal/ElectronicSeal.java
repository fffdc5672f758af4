package cn.gov.officecleanup.mechanism.seal;

import java.util.Optional;

/** Seals documents in the name of those bodies whose seals it keeps. */
public interface ElectronicSeal {

  /**
   * @param body Chinese title of the body that issues the document, e.g. 河南省人民政府
   * @return the seal, apart from the document; empty where it keeps none of this body
   * @throws IllegalStateException when it keeps one and cannot put it: the document is then not issued
   */
  Optional<byte[]> put(String body, byte[] document);

  /** @return whether it is a seal of this body, and of this very document */
  boolean holds(byte[] seal, String body, byte[] document);
}
