/** How the people of an office are registered with their terms of office, and rotate when these are over (C13). */
package cn.gov.officecleanup.procedure.rotation;
