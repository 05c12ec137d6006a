/*
  What an agent has begun on a ticket, reply and note, kept in one call: the desk's page is one form.
*/

-- Saves both as save_reply_draft and save_note_draft do; null leaves one as it is, an empty text discards it. What
-- is kept already is not touched: whoever writes a note is not replying.
-- Definer: nobody may write to drafts directly.
create function public.save_desk_drafts(
  ticket_number integer,
  reply_id uuid,
  reply text,
  note_id uuid,
  note text
) returns void
language plpgsql security definer set search_path = '' as $$
declare
  person public.profiles := private.require_staff();
begin
  if reply is not null and not private.is_draft(reply_id, person.id, reply) then
    perform public.save_reply_draft(save_desk_drafts.ticket_number, reply_id, reply);
  end if;
  if note is not null and not private.is_draft(note_id, person.id, note) then
    perform public.save_note_draft(save_desk_drafts.ticket_number, note_id, note);
  end if;
end
$$;

revoke execute on function public.save_desk_drafts(integer, uuid, text, uuid, text) from public, anon, authenticated;
grant execute on function public.save_desk_drafts(integer, uuid, text, uuid, text) to authenticated;

create function private.is_draft(draft_id uuid, person_id uuid, body text) returns boolean
language sql stable set search_path = '' as $$
  select exists (
    select 1 from public.ticket_reply_drafts d
    where d.id = is_draft.draft_id and d.owner_id = is_draft.person_id and d.body = is_draft.body
  )
$$;

-- As park_reply, with a note.
-- Definer: service_role may not call what signed-in people call.
create function public.park_desk_drafts(
  person_id uuid,
  ticket_number integer,
  reply_id uuid,
  reply text,
  note_id uuid,
  note text,
  lost_files text[] default '{}'
) returns void
language plpgsql security definer set search_path = '' as $$
begin
  perform private.act_for(person_id);
  if reply is not null then
    perform public.park_reply(person_id, park_desk_drafts.ticket_number, reply_id, reply, park_desk_drafts.lost_files);
  end if;
  if note is not null then
    perform public.save_note_draft(park_desk_drafts.ticket_number, note_id, note);
  end if;
end
$$;

revoke execute on function public.park_desk_drafts(uuid, integer, uuid, text, uuid, text, text[])
  from public, anon, authenticated;
grant execute on function public.park_desk_drafts(uuid, integer, uuid, text, uuid, text, text[]) to service_role;
