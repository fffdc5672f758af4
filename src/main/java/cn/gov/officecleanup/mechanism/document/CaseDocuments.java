package cn.gov.officecleanup.mechanism.document;

import cn.gov.officecleanup.mechanism.finding.RefusedException;
import cn.gov.officecleanup.mechanism.seal.DocumentSeals;
import cn.gov.officecleanup.mechanism.text.SearchText;
import cn.gov.officecleanup.mechanism.text.SearchedRows;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.apache.commons.codec.digest.DigestUtils;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The documents of the cases, kept in the database beside the facts they prove, in the caller's transaction. Who may see a document is for
 * the caller to check, by {@link StoredDocument#governmentCode()}.
 */
@Repository
public class CaseDocuments implements SearchedRows {

  private static final String RULE = "附件要求";
  private static final String METADATA = "select id, case_number, government_code, kind, file_name, media_type, size_bytes, "
      + "sha256, created_by, created_at, step, step_group " + "from document ";

  private final JdbcClient jdbc;
  private final TransactionTemplate nested;
  private final Clock clock;
  private final DocumentProperties properties;
  private final DocumentSeals seals;

  CaseDocuments(JdbcClient jdbc, PlatformTransactionManager transactionManager, Clock clock, DocumentProperties properties,
      DocumentSeals seals) {
    this.jdbc = jdbc;
    this.nested = new TransactionTemplate(transactionManager);
    this.nested.setPropagationBehavior(TransactionDefinition.PROPAGATION_NESTED);
    this.clock = clock;
    this.properties = properties;
    this.seals = seals;
  }

  /**
   * Stores a document. One that the case has already under that name for that kind and step is not stored again, and a content is kept
   * once, whichever documents hold it.
   *
   * @return what is stored now or was stored before
   * @throws RefusedException empty, too large, of a type that is not accepted, with too long a name, or one more than the case takes
   */
  public StoredDocument store(NewDocument document) {
    String given = FileName.clean(document.fileName());
    FileName.requireShort(given);
    DocumentType type = accept(given, document.content());
    String fileName = FileName.of(given, type);
    String sha256 = DigestUtils.sha256Hex(document.content());
    return find(document, fileName, sha256).orElseGet(() -> {
      requireRoom(document);
      try {
        keep(document.content(), sha256);
        // nested: on PostgreSQL a violated constraint would spoil the caller's whole transaction
        return nested.execute(status -> insert(document, fileName, type, sha256));
      } catch (DuplicateKeyException storedMeanwhile) {
        return find(document, fileName, sha256).orElseThrow(() -> storedMeanwhile);
      }
    });
  }

  /** @return metadata of a case's documents, oldest first */
  public List<StoredDocument> list(String caseNumber) {
    return jdbc.sql(METADATA + "where case_number = :caseNumber order by created_at, file_name, id")
        .param("caseNumber", caseNumber)
        .query(CaseDocuments::storedDocument)
        .list();
  }

  /**
   * What a check counts: whoever owes a proof attaches it at the step where it is owed.
   *
   * @param steps ids of tasks in their models
   * @return metadata of the documents attached at these steps, oldest first; those of a time when the step was not kept count for every
   * step
   */
  public List<StoredDocument> attachedAt(String caseNumber, Set<String> steps) {
    return list(caseNumber).stream().filter(document -> document.step() == null || steps.contains(document.step())).toList();
  }

  /** @return metadata of one document */
  public Optional<StoredDocument> find(UUID id) {
    return jdbc.sql(METADATA + "where id = :id").param("id", id).query(CaseDocuments::storedDocument).optional();
  }

  /**
   * Files a document as of another kind.
   *
   * @return what is stored now
   * @throws RefusedException when the case has the same document at that step as of that kind already
   */
  public StoredDocument changeKind(StoredDocument document, String kind) {
    try {
      nested.executeWithoutResult(
          status -> jdbc.sql("update document set kind = :kind where id = :id").param("kind", kind).param("id", document.id()).update());
    } catch (DuplicateKeyException sameOfThatKind) {
      throw new RefusedException("DOCUMENT_OF_THAT_KIND", "文件“%s”在这一种类中已经有了，不必改种类；多余的请删除。".formatted(document.fileName()), RULE);
    }
    return find(document.id()).orElseThrow();
  }

  /** Removes a document that was attached by mistake, and its content unless another document holds it. */
  @Transactional
  public void remove(UUID id) {
    find(id).ifPresent(document -> {
      jdbc.sql("delete from document where id = :id").param("id", id).update();
      jdbc.sql("delete from stored_content where sha256 = :sha256 and not exists (select 1 from document where sha256 = :sha256)")
          .param("sha256", document.sha256())
          .update();
    });
  }

  /** @return content of one document */
  public Optional<byte[]> content(UUID id) {
    return jdbc.sql("select c.content from document d join stored_content c on c.sha256 = d.sha256 where d.id = :id")
        .param("id", id)
        .query((rs, row) -> rs.getBytes("content"))
        .optional();
  }

  @Override
  public int fillKeys(int most) {
    List<StoredDocument> without = jdbc.sql(METADATA + "where search_key is null fetch first :most rows only")
        .param("most", most)
        .query(CaseDocuments::storedDocument)
        .list();
    without.forEach(document -> jdbc.sql("update document set search_key = :key where id = :id")
        .param("key", SearchText.key(document.fileName()))
        .param("id", document.id())
        .update());
    return without.size();
  }

  /** Who attaches waits for who is attaching to the same case, so that the limits hold for several at once. */
  private void requireRoom(NewDocument document) {
    if (document.step().isEmpty()) {
      return;
    }
    jdbc.sql("select case_number from case_file where case_number = ? for update").param(document.caseNumber()).query(String.class).list();
    List<StoredDocument> attached = list(document.caseNumber()).stream().filter(before -> !"".equals(before.step())).toList();
    if (attached.stream().filter(before -> document.step().equals(before.step())).count() >= properties.mostAtStep()) {
      throw tooMany("本环节", properties.mostAtStep());
    }
    if (attached.size() >= properties.mostInCase()) {
      throw tooMany("本案", properties.mostInCase());
    }
  }

  private static RefusedException tooMany(String where, int most) {
    return new RefusedException("TOO_MANY_DOCUMENTS", "%s最多上传%d个附件，现已达到上限；请删除不需要的附件，或者把多份材料合并为一个文件后再上传。".formatted(where, most), RULE);
  }

  private DocumentType accept(String fileName, byte[] content) {
    if (content.length == 0) {
      throw new RefusedException("DOCUMENT_EMPTY", "文件“%s”是空的，请检查后重新上传。".formatted(fileName), RULE);
    }
    long limit = properties.maxSize().toBytes();
    if (content.length > limit) {
      throw new RefusedException("DOCUMENT_TOO_LARGE",
          "文件“%s”大小为%s，超过上限%s，请压缩或拆分后重新上传。".formatted(fileName, megabytes(content.length), megabytes(limit)), RULE);
    }
    return DocumentType.of(content)
        .orElseThrow(() -> new RefusedException("DOCUMENT_TYPE_NOT_ALLOWED",
            "文件“%s”的内容不是可接受的格式（按文件内容而不是扩展名判断），请上传%s格式的文件。旧版Word、Excel文件和含宏的文件请另存为DOCX、XLSX或PDF后上传。".formatted(fileName,
                Arrays.stream(DocumentType.values()).map(Enum::name).collect(Collectors.joining("、"))),
            RULE));
  }

  /** Keeps a content that no document holds yet. */
  private void keep(byte[] content, String sha256) {
    if (jdbc.sql("select count(*) from stored_content where sha256 = :sha256").param("sha256", sha256).query(Integer.class).single() > 0) {
      return;
    }
    try {
      nested.executeWithoutResult(status -> jdbc.sql("insert into stored_content (sha256, content) values (:sha256, :content)")
          .param("sha256", sha256)
          .param("content", content)
          .update());
    } catch (DuplicateKeyException keptMeanwhile) {
      // another caller was first with the same content
    }
  }

  private StoredDocument insert(NewDocument document, String fileName, DocumentType type, String sha256) {
    UUID id = UUID.randomUUID();
    jdbc.sql("""
      insert into document (id, case_number, government_code, kind, file_name, media_type, size_bytes, sha256,
        created_by, created_at, step, step_group, search_key)
      values (:id, :caseNumber, :governmentCode, :kind, :fileName, :mediaType, :sizeBytes, :sha256,
        :createdBy, :createdAt, :step, :group, :searchKey)""")
        .param("id", id)
        .param("caseNumber", document.caseNumber())
        .param("governmentCode", document.governmentCode())
        .param("kind", document.kind())
        .param("fileName", fileName)
        .param("mediaType", type.mediaType())
        .param("sizeBytes", document.content().length)
        .param("sha256", sha256)
        .param("createdBy", document.createdBy())
        .param("createdAt", OffsetDateTime.now(clock))
        .param("step", document.step())
        .param("group", document.group(), Types.VARCHAR)
        .param("searchKey", SearchText.key(fileName))
        .update();
    if (document.issuer() != null) {
      seals.put(id, document.issuer(), document.content());
    }
    return find(id).orElseThrow();
  }

  private Optional<StoredDocument> find(NewDocument document, String fileName, String sha256) {
    return jdbc
        .sql(METADATA + "where case_number = :caseNumber and kind = :kind and sha256 = :sha256 and file_name = :fileName "
            + "and (step = :step or step is null and :step = '')")
        .param("caseNumber", document.caseNumber())
        .param("kind", document.kind())
        .param("sha256", sha256)
        .param("fileName", fileName)
        .param("step", document.step())
        .query(CaseDocuments::storedDocument)
        .optional();
  }

  private static StoredDocument storedDocument(ResultSet rs, int row) throws SQLException {
    String mediaType = rs.getString("media_type");
    // what was stored before names were cleaned is handed out under a clean one as well
    String stored = rs.getString("file_name");
    String fileName = DocumentType.ofMediaType(mediaType).map(type -> FileName.of(stored, type)).orElseGet(() -> FileName.clean(stored));
    return new StoredDocument(rs.getObject("id", UUID.class), rs.getString("case_number"), rs.getString("government_code"),
        rs.getString("kind"), fileName, mediaType, rs.getLong("size_bytes"), rs.getString("sha256"), rs.getString("created_by"),
        rs.getObject("created_at", OffsetDateTime.class).toInstant(), rs.getString("step"), rs.getString("step_group"));
  }

  private static String megabytes(long bytes) {
    return "%.1fMB".formatted(bytes / 1048576.0);
  }
}
