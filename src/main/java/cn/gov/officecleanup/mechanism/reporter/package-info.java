/**
 * Protects who reports something to a body: name, telephone and address are kept encrypted (AES-256-GCM), apart from the case, and shown to
 * the receiving body's own petition officials alone, who give a reason and are noted in the audit log. Neither the engine nor a draft ever
 * holds them. Whoever reported asks for the state of the case by a code, of which the hash alone is kept.
 */
package cn.gov.officecleanup.mechanism.reporter;
