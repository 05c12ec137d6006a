/*
  Drafts of replies, and drafts that are kept for somebody whose session has ended.

  A reply is kept while it is being written, by the id it will have. What a form sends without a session
  is parked by the web server, and only there: it checks the permit that the form carries. Nobody reads
  a draft but its owner, so what is parked is seen after signing in: also the names of files that could not be kept.

  `kind` keeps a text that was begun as a note from coming back as a reply.
*/

create table public.ticket_reply_drafts (
  id uuid primary key,
  ticket_id uuid not null references public.tickets (id),
  owner_id uuid not null references public.profiles (id),
  body text not null,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  kind text not null default 'public',
  lost_files text[] not null default '{}',

  constraint ticket_reply_drafts_body_length check (char_length(body) <= 100000),
  constraint ticket_reply_drafts_kind_known check (kind in ('public', 'note')),
  constraint ticket_reply_drafts_lost_files_few
    check (cardinality(lost_files) <= 100 and char_length(array_to_string(lost_files, '')) <= 25500)
);

comment on column public.ticket_reply_drafts.id is 'The id that the message will have.';
comment on column public.ticket_reply_drafts.lost_files is 'Names of files that were chosen and could not be kept.';

create index ticket_reply_drafts_of_owner on public.ticket_reply_drafts (owner_id, updated_at desc);
create index ticket_reply_drafts_of_ticket on public.ticket_reply_drafts (ticket_id);

alter table public.ticket_reply_drafts enable row level security;
revoke all on public.ticket_reply_drafts from anon, authenticated;

create policy "People can see their own drafts of replies" on public.ticket_reply_drafts
  for select to authenticated using (owner_id = (select auth.uid()));

grant select on public.ticket_reply_drafts to authenticated;
grant select, insert, update, delete on public.ticket_reply_drafts to service_role;

-- Saves or replaces; an empty text discards, and a reply that was sent needs no draft. Answers the id of the
-- ticket. Raises PT404 for a ticket or an id of somebody else.
-- Definer: nobody may write to drafts directly.
create function public.save_reply_draft(ticket_number integer, id uuid, body text) returns uuid
language plpgsql security definer set search_path = '' as $$
declare
  person public.profiles := private.require_person();
  draft_of uuid;
begin
  select t.id into draft_of
  from public.tickets t
  where t.number = ticket_number and (t.requester_id = person.id or person.role in ('agent', 'admin'));
  if not found then
    raise exception 'There is no such ticket.' using errcode = 'PT404';
  end if;
  if exists (select 1 from public.ticket_messages m where m.id = save_reply_draft.id and m.author_id = person.id) then
    return draft_of;
  end if;

  if coalesce(save_reply_draft.body, '') !~ '[^[:space:]]' then
    delete from public.ticket_reply_drafts d where d.id = save_reply_draft.id and d.owner_id = person.id;
    return draft_of;
  end if;

  insert into public.ticket_reply_drafts as d (id, ticket_id, owner_id, body)
  values (save_reply_draft.id, draft_of, person.id, save_reply_draft.body)
  on conflict on constraint ticket_reply_drafts_pkey do update
  set body = excluded.body, updated_at = now()
  where d.owner_id = person.id and d.ticket_id = draft_of;
  if not found then
    raise exception 'There is no such draft.' using errcode = 'PT404';
  end if;
  return draft_of;
end
$$;

revoke execute on function public.save_reply_draft(integer, uuid, text) from public, anon, authenticated;
grant execute on function public.save_reply_draft(integer, uuid, text) to authenticated;

-- Removes the caller's draft of a reply. Discarding what is not there is no error.
-- Definer: as above.
create function public.discard_reply_draft(id uuid) returns void
language plpgsql security definer set search_path = '' as $$
declare
  person public.profiles := private.require_person();
begin
  delete from public.ticket_reply_drafts d where d.id = discard_reply_draft.id and d.owner_id = person.id;
end
$$;

revoke execute on function public.discard_reply_draft(uuid) from public, anon, authenticated;
grant execute on function public.discard_reply_draft(uuid) to authenticated;

-- A reply that is sent is no draft any more; a follow-up's opening message has the reply's id too.
create function private.sent_reply_is_no_draft() returns trigger
language plpgsql set search_path = '' as $$
begin
  delete from public.ticket_reply_drafts d where d.id = new.id and d.owner_id = new.author_id;
  return new;
end
$$;

create trigger sent_reply_is_no_draft after insert on public.ticket_messages
  for each row execute function private.sent_reply_is_no_draft();

-- Files that nobody sent within a day and no draft holds. Whoever sweeps removes them from storage, then
-- deletes the rows.
create function public.stale_files() returns table (id uuid, object_name text)
language sql stable set search_path = '' as $$
  select a.id, a.object_name
  from public.ticket_attachments a
  where a.message_id is null
    and a.created_at < now() - interval '1 day'
    and not exists (select 1 from public.ticket_drafts d where d.id = a.message_key)
    and not exists (select 1 from public.ticket_reply_drafts d where d.id = a.message_key)
  order by a.created_at
$$;

revoke execute on function public.stale_files() from public, anon, authenticated;
grant execute on function public.stale_files() to service_role;

-- What somebody is still writing, as it is held about them.
create function private.drafts_of(person_id uuid) returns jsonb
language sql stable set search_path = '' as $$
  select coalesce(jsonb_agg(draft.held order by draft.created_at), '[]')
  from (
    select d.created_at, to_jsonb(d) - 'owner_id' as held
    from public.ticket_drafts d
    where d.owner_id = drafts_of.person_id
    union all
    select r.created_at, to_jsonb(r) - 'owner_id'
    from public.ticket_reply_drafts r
    where r.owner_id = drafts_of.person_id
  ) as draft
$$;


-- What the web server parks

-- For the rest of the transaction `auth.uid()` is this person, so that parking obeys the same rules as saving.
create function private.act_for(person_id uuid) returns void
language plpgsql set search_path = '' as $$
begin
  perform set_config('request.jwt.claim.sub', person_id::text, true);
  perform set_config('request.jwt.claims', jsonb_build_object('sub', person_id)::text, true);
end
$$;

-- As save_draft, for somebody whose permit the server has checked, with the files that it could not keep.
-- Definer: service_role may not call what signed-in people call.
create function public.park_draft(
  person_id uuid,
  id uuid,
  subject text,
  description text,
  category text,
  priority text,
  lost_files text[] default '{}'
) returns void
language plpgsql security definer set search_path = '' as $$
begin
  perform private.act_for(person_id);
  perform public.save_draft(
    park_draft.id, park_draft.subject, park_draft.description, park_draft.category, park_draft.priority
  );
  update public.ticket_drafts d
  set lost_files = park_draft.lost_files
  where d.id = park_draft.id and d.owner_id = person_id;
end
$$;

revoke execute on function public.park_draft(uuid, uuid, text, text, text, text, text[])
  from public, anon, authenticated;
grant execute on function public.park_draft(uuid, uuid, text, text, text, text, text[]) to service_role;

-- As save_reply_draft. Where files were lost the draft is kept without a text too: it has something to tell.
-- Definer: as above.
create function public.park_reply(
  person_id uuid,
  ticket_number integer,
  id uuid,
  body text,
  lost_files text[] default '{}'
) returns uuid
language plpgsql security definer set search_path = '' as $$
declare
  draft_of uuid;
begin
  perform private.act_for(person_id);
  draft_of := public.save_reply_draft(park_reply.ticket_number, park_reply.id, park_reply.body);

  if cardinality(park_reply.lost_files) > 0
    and not exists (select 1 from public.ticket_messages m where m.id = park_reply.id)
  then
    insert into public.ticket_reply_drafts as d (id, ticket_id, owner_id, body)
    values (park_reply.id, draft_of, person_id, '')
    on conflict on constraint ticket_reply_drafts_pkey do nothing;
  end if;
  update public.ticket_reply_drafts d
  set lost_files = park_reply.lost_files
  where d.id = park_reply.id and d.owner_id = person_id;
  return draft_of;
end
$$;

revoke execute on function public.park_reply(uuid, integer, uuid, text, text[]) from public, anon, authenticated;
grant execute on function public.park_reply(uuid, integer, uuid, text, text[]) to service_role;

-- As attach_file. The server uploads the file itself: the person has no session to do it with.
-- Definer: service_role may not call what signed-in people call.
create function public.park_file(
  person_id uuid,
  id uuid,
  ticket_id uuid,
  message_key uuid,
  name text,
  content_type text,
  size integer,
  most integer default 10
) returns void
language plpgsql security definer set search_path = '' as $$
begin
  perform private.act_for(person_id);
  perform public.attach_file(
    park_file.id,
    park_file.ticket_id,
    park_file.message_key,
    park_file.name,
    park_file.content_type,
    park_file.size,
    park_file.most
  );
end
$$;

revoke execute on function public.park_file(uuid, uuid, uuid, uuid, text, text, integer, integer)
  from public, anon, authenticated;
grant execute on function public.park_file(uuid, uuid, uuid, uuid, text, text, integer, integer) to service_role;
