/** How it is followed up that an office parts from a hotel or guest house as it promised when it was kept (C17). */
package cn.gov.officecleanup.procedure.parting;
