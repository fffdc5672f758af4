--liquibase formatted sql

--changeset office-cleanup:312-no-lasting-locks
--comment: the engine's own lock, which never ended by itself, is not used any more; whom it locked is free again
update ACT_ID_USER set ATTEMPTS_ = 0, LOCK_EXP_TIME_ = null where ATTEMPTS_ > 0 or LOCK_EXP_TIME_ is not null;

--changeset office-cleanup:313-rights-on-oneself
--comment: everybody reads the own user and changes the own password (READ 2, UPDATE 4), and no more; the engine had granted all, deletion included
update ACT_RU_AUTHORIZATION set PERMS_ = 6 where TYPE_ = 1 and RESOURCE_TYPE_ = 1 and USER_ID_ = RESOURCE_ID_;

--changeset office-cleanup:314-rights-by-group
--comment: who takes a task on works on it by the group's right, not by one of their own that outlives the membership
delete from ACT_RU_AUTHORIZATION where TYPE_ = 1 and RESOURCE_TYPE_ = 7 and USER_ID_ is not null;

--changeset office-cleanup:315-substitutions-counted
--comment: each running substitution notes all that it gives; until now the second of two with the same substitute noted nothing that the first gave
insert into substitution_group (substitution_id, group_id)
select s.id, m.GROUP_ID_ from substitution s join ACT_ID_MEMBERSHIP m on m.USER_ID_ = s.absent
where s.begun_at is not null and s.ended_at is null
and exists (select 1 from substitution o join substitution_group g on g.substitution_id = o.id
  where o.substitute = s.substitute and o.id <> s.id and o.begun_at is not null and o.ended_at is null and g.group_id = m.GROUP_ID_)
and not exists (select 1 from substitution_group g where g.substitution_id = s.id and g.group_id = m.GROUP_ID_);
