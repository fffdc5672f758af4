/**
 * The interface for other systems, under {@code /api/v1}: cases, open tasks, the register's standing offices and the board's figures, to be
 * read and nothing else. It is described in Chinese by its own document ({@code /api/v1/openapi}, OpenAPI).
 *
 * <p>
 * <b>Who reads</b>: the service account whose token comes with the request ({@code ServiceToken}), as a member of its groups, through what
 * officials see by as well; what is about a person is left out. Neither cookie nor session has a part in it.
 *
 * <p>
 * <b>Promises</b>: within v1 fields are added and none changed or removed. Pages begin after the last one of the page before, in an order
 * that does not change; moments are ISO 8601 with the zone, amounts are strings in yuan to the fen. Refusals are problem details (RFC 9457)
 * with a Chinese sentence.
 */
package cn.gov.officecleanup.edge.api;
