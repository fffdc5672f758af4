/**
 * Accounts of other systems (服务账号), granted by the security administrator.
 *
 * <p>
 * <b>Rule</b>: An account reads as a member of the groups that it was granted would, and never what is about a person; it is in none of the
 * administrators' groups, does nothing, and cannot sign in. It holds until the last day that it was granted for, or until it is revoked: a
 * right ends in the request after.
 *
 * <p>
 * <b>Token</b>: 256 bits of chance, shown once. Its SHA-256 is kept, by which it is looked up: who can guess what a hash begins with has
 * guessed nothing of the token, so that how long the look-up takes tells nothing. Each grant, revocation and refused use is in the audit
 * log.
 */
package cn.gov.officecleanup.mechanism.serviceaccount;
