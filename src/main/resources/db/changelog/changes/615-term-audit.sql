--liquibase formatted sql

--changeset office-cleanup:615-term-audit-ordered
--comment: whether the term of a head who leaves is audited (C13), as the leader decided
alter table rotation add column term_audit varchar(12); -- ORDERED, NOT_ORDERED; empty: nobody leaves who heads an office
alter table rotation add column term_audit_reason varchar(500);

--changeset office-cleanup:615-term-audit
--comment: what audit found of the term of a head who leaves
create table term_audit (
  case_number varchar(32) primary key references case_file (case_number),
  posting_case varchar(32) not null references posting (case_number),
  rotation_case varchar(32) not null references rotation (case_number),
  report_number varchar(100),
  reported_on date,
  term_audit_conclusion varchar(12), -- CLEAR, PROBLEMS
  audit_problems varchar(4000) -- one a line
);
create unique index term_audit_posting on term_audit (posting_case);
create index term_audit_rotation on term_audit (rotation_case);
