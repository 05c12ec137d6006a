/*
  Files of a ticket.

  A row is written before its file is uploaded, and waits (`message_id is null`) until the message with
  the id `message_key` is sent. The storage policies follow the row: no row, no upload; who may read the
  message may read its files. `ticket_id` names the folder and has no foreign key, because the files of
  a draft are there before its ticket. (A reply to a closed ticket opens a follow-up; its files stay in
  the folder of the ticket where they were uploaded.)
*/

create table public.ticket_attachments (
  id uuid primary key,
  ticket_id uuid not null,
  message_key uuid not null,
  message_id uuid references public.ticket_messages (id),
  uploaded_by uuid not null references public.profiles (id),
  name text not null,
  content_type text not null,
  size integer not null,
  created_at timestamptz not null default now(),
  object_name text not null generated always as (ticket_id::text || '/' || id::text) stored,

  constraint ticket_attachments_object_name_unique unique (object_name),
  constraint ticket_attachments_message_is_key check (message_id = message_key),
  constraint ticket_attachments_name_length check (char_length(name) between 1 and 255),
  constraint ticket_attachments_name_plain check (name !~ '[[:cntrl:]/\\\u202a-\u202e\u2066-\u2069]'),
  constraint ticket_attachments_content_type_shape
    check (content_type ~ '^[a-z0-9!#$&^_.+-]{1,100}/[a-z0-9!#$&^_.+-]{1,100}$'),
  constraint ticket_attachments_size_limit check (size between 1 and 52428800)
);

comment on column public.ticket_attachments.size is 'Bytes; 50 MB at most, and mostly fewer: see ATTACHMENT_MAX_MB.';
comment on column public.ticket_attachments.object_name is 'Where the file is in the bucket ticket-attachments.';

create index ticket_attachments_of_message on public.ticket_attachments (message_id);
create index ticket_attachments_by_key on public.ticket_attachments (message_key);
create index ticket_attachments_waiting on public.ticket_attachments (uploaded_by, ticket_id)
  where message_id is null;

alter table public.ticket_attachments enable row level security;
revoke all on public.ticket_attachments from anon, authenticated;

create policy "Uploaders can see the files they have not sent yet" on public.ticket_attachments
  for select to authenticated using (message_id is null and uploaded_by = (select auth.uid()));

-- The policies of ticket_messages answer for the message, so files of notes stay with staff.
create policy "People can see the files of messages they may read" on public.ticket_attachments
  for select to authenticated using (
    exists (select 1 from public.ticket_messages m where m.id = message_id)
  );

grant select on public.ticket_attachments to authenticated;
grant select, insert, update, delete on public.ticket_attachments to service_role;


-- Storage

insert into storage.buckets (id, name, public, file_size_limit)
values ('ticket-attachments', 'ticket-attachments', false, 52428800)
on conflict (id) do nothing;

create policy "People can upload the files they announced" on storage.objects
  for insert to authenticated with check (
    bucket_id = 'ticket-attachments'
    and exists (
      select 1
      from public.ticket_attachments a
      where a.object_name = objects.name
        and a.message_id is null
        and a.uploaded_by = (select auth.uid())
    )
  );

create policy "People can download the ticket files they may see" on storage.objects
  for select to authenticated using (
    bucket_id = 'ticket-attachments'
    and exists (select 1 from public.ticket_attachments a where a.object_name = objects.name)
  );

create policy "People can remove the files they have not sent yet" on storage.objects
  for delete to authenticated using (
    bucket_id = 'ticket-attachments'
    and exists (
      select 1
      from public.ticket_attachments a
      where a.object_name = objects.name
        and a.message_id is null
        and a.uploaded_by = (select auth.uid())
    )
  );


-- What the app calls

-- May this person put files there: on a ticket they can see, or on one that they are still writing?
create function private.may_attach(ticket_id uuid, message_key uuid, person public.profiles) returns boolean
language plpgsql stable set search_path = '' as $$
declare
  requester_id uuid;
begin
  select t.requester_id into requester_id from public.tickets t where t.id = may_attach.ticket_id;
  if found then
    return requester_id = person.id or person.role in ('agent', 'admin');
  end if;

  return may_attach.message_key = may_attach.ticket_id
    and not exists (
      select 1 from public.ticket_drafts d
      where d.id = may_attach.ticket_id and d.owner_id <> person.id
    )
    and not exists (
      select 1 from public.ticket_attachments a
      where a.ticket_id = may_attach.ticket_id and a.uploaded_by <> person.id
    );
end
$$;

-- Announces a file: the row that lets it be uploaded to `<ticket_id>/<id>`. `message_key` is the id that
-- the message will have (for a new ticket: the id of the ticket). Announcing the same file twice is one file.
-- `most` is how many files the operator lets a message have; nobody gets more than 20. One that was announced
-- a minute ago and has not arrived takes nobody's place any more.
-- Raises PT404 for a ticket, draft or file of somebody else, PT409 when the message was already sent,
-- 22023 ticket_attachments_count for one file too many.
-- Definer: nobody may write to ticket_attachments directly.
create function public.attach_file(
  id uuid,
  ticket_id uuid,
  message_key uuid,
  name text,
  content_type text,
  size integer,
  most integer default 10
) returns void
language plpgsql security definer set search_path = '' as $$
declare
  person public.profiles := private.require_person();
  files_at_most constant integer := least(greatest(coalesce(most, 10), 0), 20);
  known public.ticket_attachments;
begin
  if not private.may_attach(attach_file.ticket_id, attach_file.message_key, person) then
    raise exception 'There is no such ticket.' using errcode = 'PT404';
  end if;

  -- One at a time for each message, or two uploads could both be the last that fits.
  perform pg_advisory_xact_lock(hashtextextended(attach_file.message_key::text, 0));

  select * into known from public.ticket_attachments a where a.id = attach_file.id;
  if known.uploaded_by <> person.id or known.message_key <> attach_file.message_key then
    raise exception 'There is no such file.' using errcode = 'PT404';
  end if;
  if exists (select 1 from public.ticket_messages m where m.id = attach_file.message_key) then
    raise exception 'This message was already sent.' using errcode = 'PT409';
  end if;
  if known.id is not null then
    return;
  end if;

  if (
    select count(*) >= files_at_most
    from public.ticket_attachments a
    where a.message_key = attach_file.message_key
      and a.uploaded_by = person.id
      and (
        a.created_at > now() - interval '1 minute'
        or exists (
          select 1 from storage.objects o
          where o.bucket_id = 'ticket-attachments' and o.name = a.object_name
        )
      )
  ) then
    raise exception 'ticket_attachments_count'
      using errcode = '22023', detail = 'attachments', hint = format('Attach %s files at most.', files_at_most);
  end if;

  insert into public.ticket_attachments (id, ticket_id, message_key, uploaded_by, name, content_type, size)
  values (
    attach_file.id,
    attach_file.ticket_id,
    attach_file.message_key,
    person.id,
    attach_file.name,
    attach_file.content_type,
    attach_file.size
  );
end
$$;

revoke execute on function public.attach_file(uuid, uuid, uuid, text, text, integer, integer)
  from public, anon, authenticated;
grant execute on function public.attach_file(uuid, uuid, uuid, text, text, integer, integer) to authenticated;

-- Takes back a file that was not sent yet; anything else is left alone. Remove it from storage first:
-- the row is what allows it.
-- Definer: as above.
create function public.discard_file(id uuid) returns void
language plpgsql security definer set search_path = '' as $$
declare
  person public.profiles := private.require_person();
begin
  delete from public.ticket_attachments a
  where a.id = discard_file.id and a.uploaded_by = person.id and a.message_id is null;
end
$$;

revoke execute on function public.discard_file(uuid) from public, anon, authenticated;
grant execute on function public.discard_file(uuid) to authenticated;

-- Sending a message sends the files that its author uploaded for it. One whose upload broke off was
-- announced and has no object: it stays behind, for `stale_files()` to find.
create function private.send_files() returns trigger
language plpgsql set search_path = '' as $$
begin
  update public.ticket_attachments a
  set message_id = new.id
  where a.message_key = new.id
    and a.uploaded_by = new.author_id
    and a.message_id is null
    and exists (
      select 1 from storage.objects o
      where o.bucket_id = 'ticket-attachments' and o.name = a.object_name
    );
  return new;
end
$$;

create trigger send_files after insert on public.ticket_messages
  for each row execute function private.send_files();
