/*
  Drafts: a ticket that somebody is still writing. The id is the one the ticket will have.

  A draft keeps what was typed even when it could not be sent: the limits are wider than those of a
  ticket, and nothing has to be filled in.
*/

create table public.ticket_drafts (
  id uuid primary key,
  owner_id uuid not null references public.profiles (id),
  subject text not null default '',
  description text not null default '',
  category text references public.categories (slug) on update cascade on delete set null,
  priority text not null default 'normal',
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  lost_files text[] not null default '{}',

  constraint ticket_drafts_subject_length check (char_length(subject) <= 1000),
  constraint ticket_drafts_description_length check (char_length(description) <= 100000),
  constraint ticket_drafts_priority_known check (priority in ('low', 'normal', 'high', 'urgent')),
  constraint ticket_drafts_lost_files_few
    check (cardinality(lost_files) <= 100 and char_length(array_to_string(lost_files, '')) <= 25500)
);

comment on column public.ticket_drafts.lost_files is 'Names of files that were chosen and could not be kept.';

create index ticket_drafts_of_owner on public.ticket_drafts (owner_id, updated_at desc);

alter table public.ticket_drafts enable row level security;
revoke all on public.ticket_drafts from anon, authenticated;

create policy "People can see their own drafts" on public.ticket_drafts
  for select to authenticated using (owner_id = (select auth.uid()));

grant select on public.ticket_drafts to authenticated;
grant select, insert, update, delete on public.ticket_drafts to service_role;

-- Drafts go with the account. Definer: see private.anonymise_profile.
create function private.remove_drafts() returns trigger
language plpgsql security definer set search_path = '' as $$
begin
  delete from public.ticket_drafts d where d.owner_id = new.id;
  delete from public.ticket_reply_drafts d where d.owner_id = new.id;
  return new;
end
$$;

create trigger remove_drafts after update of deleted_at on public.profiles
  for each row when (new.deleted_at is not null) execute function private.remove_drafts();

-- Saves or replaces. A category or priority that does not exist is left out rather than refused.
-- Raises PT404 when the id is somebody else's, PT409 when the ticket was already sent.
-- Definer: nobody may write to drafts directly.
create function public.save_draft(id uuid, subject text, description text, category text, priority text)
returns void
language plpgsql security definer set search_path = '' as $$
declare
  person public.profiles := private.require_person();
begin
  if exists (select 1 from public.tickets t where t.id = save_draft.id and t.requester_id = person.id) then
    raise exception 'This ticket was already sent.' using errcode = 'PT409';
  elsif exists (select 1 from public.tickets t where t.id = save_draft.id) then
    raise exception 'There is no such draft.' using errcode = 'PT404';
  end if;

  insert into public.ticket_drafts as d (id, owner_id, subject, description, category, priority)
  values (
    save_draft.id,
    person.id,
    coalesce(save_draft.subject, ''),
    coalesce(save_draft.description, ''),
    (select c.slug from public.categories c where c.slug = save_draft.category and c.active),
    case when save_draft.priority in ('low', 'normal', 'high', 'urgent') then save_draft.priority else 'normal' end
  )
  on conflict on constraint ticket_drafts_pkey do update
  set
    subject = excluded.subject,
    description = excluded.description,
    category = excluded.category,
    priority = excluded.priority,
    updated_at = now()
  where d.owner_id = person.id;

  if not found then
    raise exception 'There is no such draft.' using errcode = 'PT404';
  end if;
end
$$;

revoke execute on function public.save_draft(uuid, text, text, text, text) from public, anon, authenticated;
grant execute on function public.save_draft(uuid, text, text, text, text) to authenticated;

-- Removes the caller's draft. Discarding what is not there is no error. The rows of its files stay, so
-- that `stale_files()` still finds what has to be removed from storage.
-- Definer: as above.
create function public.discard_draft(id uuid) returns void
language plpgsql security definer set search_path = '' as $$
declare
  person public.profiles := private.require_person();
begin
  delete from public.ticket_drafts d where d.id = discard_draft.id and d.owner_id = person.id;
end
$$;

revoke execute on function public.discard_draft(uuid) from public, anon, authenticated;
grant execute on function public.discard_draft(uuid) to authenticated;
