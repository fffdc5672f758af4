--liquibase formatted sql

--changeset office-cleanup:612-revocation-proposal
--comment: whether the bureau proposes to revoke a retention (C3), asked by whatever procedure finds a reason; before, by partings alone
create table revocation_proposal (
  case_number varchar(32) primary key references case_file (case_number),
  proposal_number varchar(100),
  proposed_on date
);
insert into revocation_proposal (case_number, proposal_number, proposed_on)
  select case_number, proposal_number, proposed_on from decoupling where proposal_number is not null;
alter table decoupling drop column proposal_number;
alter table decoupling drop column proposed_on;
