/** How the people of an abolished office are placed (C6): each has one lawful outcome, is told, may object, and is compensated by law. */
package cn.gov.officecleanup.procedure.placement;
