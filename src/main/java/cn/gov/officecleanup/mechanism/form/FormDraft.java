package cn.gov.officecleanup.mechanism.form;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;

/**
 * What an official typed into a form and kept without submitting it (暂存).
 *
 * @param content as the form in the browser wrote it down; the server does not read it
 * @param version how often it was kept; whoever keeps it again names the version that was read last
 */
public record FormDraft(JsonNode content, Instant savedAt, int version) {
}
