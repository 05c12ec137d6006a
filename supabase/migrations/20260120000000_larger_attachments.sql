/*
  How many files a message may have and how large they are is the operator's to say, in the settings of the web
  server. The database holds the bounds that no setting passes: 20 files, 50 MB each.
*/

alter table public.ticket_attachments drop constraint ticket_attachments_size_limit;
alter table public.ticket_attachments add constraint ticket_attachments_size_limit check (size between 1 and 52428800);
comment on column public.ticket_attachments.size is 'Bytes; 50 MB at most, and mostly fewer: see ATTACHMENT_MAX_MB.';

update storage.buckets set file_size_limit = 52428800 where id = 'ticket-attachments';

drop function public.park_file(uuid, uuid, uuid, uuid, text, text, integer);
drop function public.attach_file(uuid, uuid, uuid, text, text, integer);

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
  if found then
    if known.uploaded_by = person.id and known.message_key = attach_file.message_key then
      return;
    end if;
    raise exception 'There is no such file.' using errcode = 'PT404';
  end if;

  if exists (select 1 from public.ticket_messages m where m.id = attach_file.message_key) then
    raise exception 'This message was already sent.' using errcode = 'PT409';
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
