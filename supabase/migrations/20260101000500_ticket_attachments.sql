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
  constraint ticket_attachments_size_limit check (size between 1 and 10485760)
);

comment on column public.ticket_attachments.size is 'Bytes; 10 MB at most.';
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
values ('ticket-attachments', 'ticket-attachments', false, 10485760)
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
