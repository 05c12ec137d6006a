// Generated from supabase/migrations by `npm run database:types`; do not edit.

export type Json = string | number | boolean | null | { [key: string]: Json | undefined } | Json[]

export type Database = {
  public: {
    Tables: {
      audit_events: {
        Row: {
          actor_id: string | null
          after: Json | null
          area: string
          at: string
          before: Json | null
          id: number
          invitation_id: string | null
          kind: string
          person_id: string | null
          subject: string | null
        }
        Insert: {
          actor_id?: string | null
          after?: Json | null
          area: string
          at?: string
          before?: Json | null
          id?: never
          invitation_id?: string | null
          kind: string
          person_id?: string | null
          subject?: string | null
        }
        Update: {
          actor_id?: string | null
          after?: Json | null
          area?: string
          at?: string
          before?: Json | null
          id?: never
          invitation_id?: string | null
          kind?: string
          person_id?: string | null
          subject?: string | null
        }
        Relationships: [
          {
            foreignKeyName: 'audit_events_actor_id_fkey'
            columns: ['actor_id']
            isOneToOne: false
            referencedRelation: 'profiles'
            referencedColumns: ['id']
          },
          {
            foreignKeyName: 'audit_events_invitation'
            columns: ['invitation_id']
            isOneToOne: false
            referencedRelation: 'invitations'
            referencedColumns: ['id']
          },
          {
            foreignKeyName: 'audit_events_person_id_fkey'
            columns: ['person_id']
            isOneToOne: false
            referencedRelation: 'profiles'
            referencedColumns: ['id']
          },]
      }
      categories: {
        Row: {
          active: boolean
          description: string
          name: string
          position: number
          slug: string
          version: number
        }
        Insert: {
          active?: boolean
          description?: string
          name: string
          position?: number
          slug: string
          version?: number
        }
        Update: {
          active?: boolean
          description?: string
          name?: string
          position?: number
          slug?: string
          version?: number
        }
        Relationships: []
      }
      content_views: {
        Row: {
          day: string
          path: string
          views: number
        }
        Insert: {
          day?: string
          path: string
          views: number
        }
        Update: {
          day?: string
          path?: string
          views?: number
        }
        Relationships: []
      }
      deflections: {
        Row: {
          created_at: string
          outcome: string
          shown: Json
          ticket_id: string
        }
        Insert: {
          created_at?: string
          outcome: string
          shown: Json
          ticket_id: string
        }
        Update: {
          created_at?: string
          outcome?: string
          shown?: Json
          ticket_id?: string
        }
        Relationships: []
      }
      devices: {
        Row: {
          address: string | null
          browser: string
          country: string | null
          ended_at: string | null
          first_seen_at: string
          key: string | null
          last_seen_at: string
          person_id: string
          session_id: string
          system: string
        }
        Insert: {
          address?: string | null
          browser: string
          country?: string | null
          ended_at?: string | null
          first_seen_at?: string
          key?: string | null
          last_seen_at?: string
          person_id: string
          session_id: string
          system: string
        }
        Update: {
          address?: string | null
          browser?: string
          country?: string | null
          ended_at?: string | null
          first_seen_at?: string
          key?: string | null
          last_seen_at?: string
          person_id?: string
          session_id?: string
          system?: string
        }
        Relationships: [
          {
            foreignKeyName: 'devices_person_id_fkey'
            columns: ['person_id']
            isOneToOne: false
            referencedRelation: 'profiles'
            referencedColumns: ['id']
          },]
      }
      invitations: {
        Row: {
          accepted_at: string | null
          accepted_by: string | null
          created_at: string
          email: string | null
          expires_at: string
          id: string
          invited_by: string
          key_hash: string
          revoked_at: string | null
          role: string
          sent_at: string
        }
        Insert: {
          accepted_at?: string | null
          accepted_by?: string | null
          created_at?: string
          email?: string | null
          expires_at?: string
          id: string
          invited_by: string
          key_hash: string
          revoked_at?: string | null
          role: string
          sent_at?: string
        }
        Update: {
          accepted_at?: string | null
          accepted_by?: string | null
          created_at?: string
          email?: string | null
          expires_at?: string
          id?: string
          invited_by?: string
          key_hash?: string
          revoked_at?: string | null
          role?: string
          sent_at?: string
        }
        Relationships: [
          {
            foreignKeyName: 'invitations_accepted_by_fkey'
            columns: ['accepted_by']
            isOneToOne: false
            referencedRelation: 'profiles'
            referencedColumns: ['id']
          },
          {
            foreignKeyName: 'invitations_invited_by_fkey'
            columns: ['invited_by']
            isOneToOne: false
            referencedRelation: 'profiles'
            referencedColumns: ['id']
          },]
      }
      known_sign_ins: {
        Row: {
          account_key: string
          expires_at: string
          from_key: string
        }
        Insert: {
          account_key: string
          expires_at: string
          from_key: string
        }
        Update: {
          account_key?: string
          expires_at?: string
          from_key?: string
        }
        Relationships: []
      }
      macros: {
        Row: {
          active: boolean
          add_tags: string[]
          assign: string
          description: string
          id: string
          name: string
          next_status: string | null
          position: number
          priority: string | null
          reply: string
          updated_at: string
          version: number
        }
        Insert: {
          active?: boolean
          add_tags?: string[]
          assign?: string
          description?: string
          id?: string
          name: string
          next_status?: string | null
          position?: number
          priority?: string | null
          reply?: string
          updated_at?: string
          version?: number
        }
        Update: {
          active?: boolean
          add_tags?: string[]
          assign?: string
          description?: string
          id?: string
          name?: string
          next_status?: string | null
          position?: number
          priority?: string | null
          reply?: string
          updated_at?: string
          version?: number
        }
        Relationships: []
      }
      message_limits: {
        Row: {
          customer_messages_per_hour: number
          id: boolean
        }
        Insert: {
          customer_messages_per_hour?: number
          id?: boolean
        }
        Update: {
          customer_messages_per_hour?: number
          id?: boolean
        }
        Relationships: []
      }
      notification_choices: {
        Row: {
          mail: boolean
          person_id: string
          sms: boolean
          topic: string
          updated_at: string
        }
        Insert: {
          mail?: boolean
          person_id: string
          sms?: boolean
          topic: string
          updated_at?: string
        }
        Update: {
          mail?: boolean
          person_id?: string
          sms?: boolean
          topic?: string
          updated_at?: string
        }
        Relationships: [
          {
            foreignKeyName: 'notification_choices_person_id_fkey'
            columns: ['person_id']
            isOneToOne: false
            referencedRelation: 'profiles'
            referencedColumns: ['id']
          },]
      }
      notification_kinds: {
        Row: {
          kind: string
          topic: string
        }
        Insert: {
          kind: string
          topic: string
        }
        Update: {
          kind?: string
          topic?: string
        }
        Relationships: []
      }
      notifications: {
        Row: {
          about: Json
          attempts: number
          channel: string
          created_at: string
          dedupe_key: string | null
          id: string
          kind: string
          last_error: string | null
          next_attempt_at: string
          person_id: string | null
          sent_at: string | null
          state: string
          to_address: string
        }
        Insert: {
          about?: Json
          attempts?: number
          channel: string
          created_at?: string
          dedupe_key?: string | null
          id?: string
          kind: string
          last_error?: string | null
          next_attempt_at?: string
          person_id?: string | null
          sent_at?: string | null
          state?: string
          to_address: string
        }
        Update: {
          about?: Json
          attempts?: number
          channel?: string
          created_at?: string
          dedupe_key?: string | null
          id?: string
          kind?: string
          last_error?: string | null
          next_attempt_at?: string
          person_id?: string | null
          sent_at?: string | null
          state?: string
          to_address?: string
        }
        Relationships: [
          {
            foreignKeyName: 'notifications_kind_fkey'
            columns: ['kind']
            isOneToOne: false
            referencedRelation: 'notification_kinds'
            referencedColumns: ['kind']
          },
          {
            foreignKeyName: 'notifications_person_id_fkey'
            columns: ['person_id']
            isOneToOne: false
            referencedRelation: 'profiles'
            referencedColumns: ['id']
          },]
      }
      office_hours: {
        Row: {
          closes: string
          days: number[]
          holidays: string[]
          id: boolean
          opens: string
          time_zone: string
        }
        Insert: {
          closes?: string
          days?: number[]
          holidays?: string[]
          id?: boolean
          opens?: string
          time_zone?: string
        }
        Update: {
          closes?: string
          days?: number[]
          holidays?: string[]
          id?: boolean
          opens?: string
          time_zone?: string
        }
        Relationships: []
      }
      presence: {
        Row: {
          person_id: string
          seen_at: string
          ticket_id: string
        }
        Insert: {
          person_id: string
          seen_at?: string
          ticket_id: string
        }
        Update: {
          person_id?: string
          seen_at?: string
          ticket_id?: string
        }
        Relationships: [
          {
            foreignKeyName: 'presence_person_id_fkey'
            columns: ['person_id']
            isOneToOne: false
            referencedRelation: 'profiles'
            referencedColumns: ['id']
          },
          {
            foreignKeyName: 'presence_ticket_id_fkey'
            columns: ['ticket_id']
            isOneToOne: false
            referencedRelation: 'tickets'
            referencedColumns: ['id']
          },]
      }
      profiles: {
        Row: {
          created_at: string
          deleted_at: string | null
          id: string
          name: string
          role: string
          shortcuts: boolean
          time_zone: string | null
          updated_at: string
        }
        Insert: {
          created_at?: string
          deleted_at?: string | null
          id: string
          name: string
          role?: string
          shortcuts?: boolean
          time_zone?: string | null
          updated_at?: string
        }
        Update: {
          created_at?: string
          deleted_at?: string | null
          id?: string
          name?: string
          role?: string
          shortcuts?: boolean
          time_zone?: string | null
          updated_at?: string
        }
        Relationships: []
      }
      rate_limits: {
        Row: {
          attempts: number
          expires_at: string
          key: string
        }
        Insert: {
          attempts: number
          expires_at: string
          key: string
        }
        Update: {
          attempts?: number
          expires_at?: string
          key?: string
        }
        Relationships: []
      }
      saved_replies: {
        Row: {
          active: boolean
          body: string
          id: string
          title: string
          updated_at: string
          version: number
        }
        Insert: {
          active?: boolean
          body: string
          id?: string
          title: string
          updated_at?: string
          version?: number
        }
        Update: {
          active?: boolean
          body?: string
          id?: string
          title?: string
          updated_at?: string
          version?: number
        }
        Relationships: []
      }
      saved_views: {
        Row: {
          created_at: string
          id: string
          name: string
          owner_id: string
          query: string
        }
        Insert: {
          created_at?: string
          id: string
          name: string
          owner_id: string
          query: string
        }
        Update: {
          created_at?: string
          id?: string
          name?: string
          owner_id?: string
          query?: string
        }
        Relationships: [
          {
            foreignKeyName: 'saved_views_owner_id_fkey'
            columns: ['owner_id']
            isOneToOne: false
            referencedRelation: 'profiles'
            referencedColumns: ['id']
          },]
      }
      security_events: {
        Row: {
          actor_id: string | null
          address: string | null
          at: string
          country: string | null
          detail: Json
          device: Json | null
          id: number
          kind: string
          person_id: string | null
        }
        Insert: {
          actor_id?: string | null
          address?: string | null
          at?: string
          country?: string | null
          detail?: Json
          device?: Json | null
          id?: never
          kind: string
          person_id?: string | null
        }
        Update: {
          actor_id?: string | null
          address?: string | null
          at?: string
          country?: string | null
          detail?: Json
          device?: Json | null
          id?: never
          kind?: string
          person_id?: string | null
        }
        Relationships: [
          {
            foreignKeyName: 'security_events_actor_id_fkey'
            columns: ['actor_id']
            isOneToOne: false
            referencedRelation: 'profiles'
            referencedColumns: ['id']
          },
          {
            foreignKeyName: 'security_events_person_id_fkey'
            columns: ['person_id']
            isOneToOne: false
            referencedRelation: 'profiles'
            referencedColumns: ['id']
          },]
      }
      session_limits: {
        Row: {
          absolute_minutes: number
          id: boolean
          idle_minutes: number
        }
        Insert: {
          absolute_minutes?: number
          id?: boolean
          idle_minutes?: number
        }
        Update: {
          absolute_minutes?: number
          id?: boolean
          idle_minutes?: number
        }
        Relationships: []
      }
      tags: {
        Row: {
          created_at: string
          name: string
        }
        Insert: {
          created_at?: string
          name: string
        }
        Update: {
          created_at?: string
          name?: string
        }
        Relationships: []
      }
      ticket_attachments: {
        Row: {
          content_type: string
          created_at: string
          id: string
          message_id: string | null
          message_key: string
          name: string
          object_name: string
          size: number
          ticket_id: string
          uploaded_by: string
        }
        Insert: {
          content_type: string
          created_at?: string
          id: string
          message_id?: string | null
          message_key: string
          name: string
          object_name?: never
          size: number
          ticket_id: string
          uploaded_by: string
        }
        Update: {
          content_type?: string
          created_at?: string
          id?: string
          message_id?: string | null
          message_key?: string
          name?: string
          object_name?: never
          size?: number
          ticket_id?: string
          uploaded_by?: string
        }
        Relationships: [
          {
            foreignKeyName: 'ticket_attachments_message_id_fkey'
            columns: ['message_id']
            isOneToOne: false
            referencedRelation: 'ticket_messages'
            referencedColumns: ['id']
          },
          {
            foreignKeyName: 'ticket_attachments_uploaded_by_fkey'
            columns: ['uploaded_by']
            isOneToOne: false
            referencedRelation: 'profiles'
            referencedColumns: ['id']
          },]
      }
      ticket_drafts: {
        Row: {
          category: string | null
          created_at: string
          description: string
          id: string
          lost_files: string[]
          owner_id: string
          priority: string
          subject: string
          updated_at: string
        }
        Insert: {
          category?: string | null
          created_at?: string
          description?: string
          id: string
          lost_files?: string[]
          owner_id: string
          priority?: string
          subject?: string
          updated_at?: string
        }
        Update: {
          category?: string | null
          created_at?: string
          description?: string
          id?: string
          lost_files?: string[]
          owner_id?: string
          priority?: string
          subject?: string
          updated_at?: string
        }
        Relationships: [
          {
            foreignKeyName: 'ticket_drafts_category_fkey'
            columns: ['category']
            isOneToOne: false
            referencedRelation: 'categories'
            referencedColumns: ['slug']
          },
          {
            foreignKeyName: 'ticket_drafts_owner_id_fkey'
            columns: ['owner_id']
            isOneToOne: false
            referencedRelation: 'profiles'
            referencedColumns: ['id']
          },]
      }
      ticket_events: {
        Row: {
          actor_id: string | null
          after: string | null
          before: string | null
          created_at: string
          id: number
          kind: string
          staff_only: boolean
          ticket_id: string
        }
        Insert: {
          actor_id?: string | null
          after?: string | null
          before?: string | null
          created_at?: string
          id?: never
          kind: string
          staff_only?: boolean
          ticket_id: string
        }
        Update: {
          actor_id?: string | null
          after?: string | null
          before?: string | null
          created_at?: string
          id?: never
          kind?: string
          staff_only?: boolean
          ticket_id?: string
        }
        Relationships: [
          {
            foreignKeyName: 'ticket_events_actor_id_fkey'
            columns: ['actor_id']
            isOneToOne: false
            referencedRelation: 'profiles'
            referencedColumns: ['id']
          },
          {
            foreignKeyName: 'ticket_events_ticket_id_fkey'
            columns: ['ticket_id']
            isOneToOne: false
            referencedRelation: 'tickets'
            referencedColumns: ['id']
          },]
      }
      ticket_feeds: {
        Row: {
          created_at: string
          ticket_id: string
          token_hash: string
        }
        Insert: {
          created_at?: string
          ticket_id: string
          token_hash: string
        }
        Update: {
          created_at?: string
          ticket_id?: string
          token_hash?: string
        }
        Relationships: [
          {
            foreignKeyName: 'ticket_feeds_ticket_id_fkey'
            columns: ['ticket_id']
            isOneToOne: true
            referencedRelation: 'tickets'
            referencedColumns: ['id']
          },]
      }
      ticket_messages: {
        Row: {
          author_id: string
          body: string
          created_at: string
          id: string
          kind: string
          ticket_id: string
          words: unknown | null
        }
        Insert: {
          author_id: string
          body: string
          created_at?: string
          id: string
          kind?: string
          ticket_id: string
          words?: never
        }
        Update: {
          author_id?: string
          body?: string
          created_at?: string
          id?: string
          kind?: string
          ticket_id?: string
          words?: never
        }
        Relationships: [
          {
            foreignKeyName: 'ticket_messages_author_id_fkey'
            columns: ['author_id']
            isOneToOne: false
            referencedRelation: 'profiles'
            referencedColumns: ['id']
          },
          {
            foreignKeyName: 'ticket_messages_ticket_id_fkey'
            columns: ['ticket_id']
            isOneToOne: false
            referencedRelation: 'tickets'
            referencedColumns: ['id']
          },]
      }
      ticket_reply_drafts: {
        Row: {
          body: string
          created_at: string
          id: string
          kind: string
          lost_files: string[]
          owner_id: string
          ticket_id: string
          updated_at: string
        }
        Insert: {
          body: string
          created_at?: string
          id: string
          kind?: string
          lost_files?: string[]
          owner_id: string
          ticket_id: string
          updated_at?: string
        }
        Update: {
          body?: string
          created_at?: string
          id?: string
          kind?: string
          lost_files?: string[]
          owner_id?: string
          ticket_id?: string
          updated_at?: string
        }
        Relationships: [
          {
            foreignKeyName: 'ticket_reply_drafts_owner_id_fkey'
            columns: ['owner_id']
            isOneToOne: false
            referencedRelation: 'profiles'
            referencedColumns: ['id']
          },
          {
            foreignKeyName: 'ticket_reply_drafts_ticket_id_fkey'
            columns: ['ticket_id']
            isOneToOne: false
            referencedRelation: 'tickets'
            referencedColumns: ['id']
          },]
      }
      ticket_tags: {
        Row: {
          tag: string
          ticket_id: string
        }
        Insert: {
          tag: string
          ticket_id: string
        }
        Update: {
          tag?: string
          ticket_id?: string
        }
        Relationships: [
          {
            foreignKeyName: 'ticket_tags_tag_fkey'
            columns: ['tag']
            isOneToOne: false
            referencedRelation: 'tags'
            referencedColumns: ['name']
          },
          {
            foreignKeyName: 'ticket_tags_ticket_id_fkey'
            columns: ['ticket_id']
            isOneToOne: false
            referencedRelation: 'tickets'
            referencedColumns: ['id']
          },]
      }
      tickets: {
        Row: {
          assignee_id: string | null
          category: string
          created_at: string
          follow_up_of: string | null
          id: string
          last_message_at: string
          last_reply_by: string | null
          merged_into: string | null
          number: number
          priority: string
          requester_id: string
          solved_at: string | null
          source: string
          split_from: string | null
          status: string
          subject: string
          updated_at: string
          version: number
          waiting_since: string | null
        }
        Insert: {
          assignee_id?: string | null
          category: string
          created_at?: string
          follow_up_of?: string | null
          id: string
          last_message_at?: string
          last_reply_by?: string | null
          merged_into?: string | null
          number?: never
          priority?: string
          requester_id: string
          solved_at?: string | null
          source?: string
          split_from?: string | null
          status?: string
          subject: string
          updated_at?: string
          version?: number
          waiting_since?: string | null
        }
        Update: {
          assignee_id?: string | null
          category?: string
          created_at?: string
          follow_up_of?: string | null
          id?: string
          last_message_at?: string
          last_reply_by?: string | null
          merged_into?: string | null
          number?: never
          priority?: string
          requester_id?: string
          solved_at?: string | null
          source?: string
          split_from?: string | null
          status?: string
          subject?: string
          updated_at?: string
          version?: number
          waiting_since?: string | null
        }
        Relationships: [
          {
            foreignKeyName: 'tickets_assignee_id_fkey'
            columns: ['assignee_id']
            isOneToOne: false
            referencedRelation: 'profiles'
            referencedColumns: ['id']
          },
          {
            foreignKeyName: 'tickets_category_fkey'
            columns: ['category']
            isOneToOne: false
            referencedRelation: 'categories'
            referencedColumns: ['slug']
          },
          {
            foreignKeyName: 'tickets_follow_up_of_fkey'
            columns: ['follow_up_of']
            isOneToOne: false
            referencedRelation: 'tickets'
            referencedColumns: ['id']
          },
          {
            foreignKeyName: 'tickets_merged_into_fkey'
            columns: ['merged_into']
            isOneToOne: false
            referencedRelation: 'tickets'
            referencedColumns: ['id']
          },
          {
            foreignKeyName: 'tickets_requester_id_fkey'
            columns: ['requester_id']
            isOneToOne: false
            referencedRelation: 'profiles'
            referencedColumns: ['id']
          },
          {
            foreignKeyName: 'tickets_split_from_fkey'
            columns: ['split_from']
            isOneToOne: false
            referencedRelation: 'tickets'
            referencedColumns: ['id']
          },]
      }
    }
    Views: { [_ in never]: never }
    Functions: {
      accept_invitation: {
        Args: { key: string; name?: string }
        Returns: string
      }
      add_category: {
        Args: { description: string; name: string; slug: string }
        Returns: undefined
      }
      add_internal_note: {
        Args: { body: string; id: string; ticket_number: number }
        Returns: undefined
      }
      announce_split_files: {
        Args: { id: string; message_id: string; ticket_number: number }
        Returns: Json
      }
      answer_ticket: {
        Args: { body: string; id: string; last_seen?: string; macro_id?: string; macro_version?: number; next_status?: string; ticket_number: number }
        Returns: undefined
      }
      attach_file: {
        Args: { content_type: string; id: string; message_key: string; most?: number; name: string; size: number; ticket_id: string }
        Returns: undefined
      }
      audit_log: {
        Args: { area?: string; from_date?: string; page?: number; page_size?: number; search?: string; to_date?: string }
        Returns: Json
      }
      bulk_change: {
        Args: { add_tag?: string; assignee?: string; key?: string; macro_id?: string; numbers: number[]; priority?: string; remove_tag?: string; status?: string; versions: number[] }
        Returns: Json
      }
      change_category: {
        Args: { active: boolean; description: string; name: string; slug: string; version: number }
        Returns: undefined
      }
      change_role: {
        Args: { person_id: string; role: string }
        Returns: undefined
      }
      choose_notifications: {
        Args: { mail: boolean; sms: boolean; topic: string }
        Returns: undefined
      }
      choose_shortcuts: {
        Args: { wanted: boolean }
        Returns: undefined
      }
      claim_notifications: {
        Args: { batch?: number; lease_seconds?: number }
        Returns: { about: Json; attempts: number; channel: string; id: string; kind: string; time_zone: string; to_address: string }[]
      }
      close_solved_tickets: {
        Args: Record<PropertyKey, never>
        Returns: number
      }
      close_ticket: {
        Args: { ticket_number: number }
        Returns: undefined
      }
      correct_name: {
        Args: { name: string; person_id: string }
        Returns: undefined
      }
      count_attempt: {
        Args: { allowed: number; key: string; window_seconds: number }
        Returns: Json
      }
      count_views: {
        Args: { counted: Json }
        Returns: undefined
      }
      customer_page: {
        Args: { person_id: string }
        Returns: Json
      }
      deactivate_member: {
        Args: { person_id: string }
        Returns: undefined
      }
      delete_account: {
        Args: Record<PropertyKey, never>
        Returns: undefined
      }
      delete_view: {
        Args: { id: string }
        Returns: undefined
      }
      desk_page: {
        Args: { note_id?: string; reply_id?: string; ticket_number: number }
        Returns: Json
      }
      desk_ticket: {
        Args: { ticket_number: number }
        Returns: Json
      }
      discard_draft: {
        Args: { id: string }
        Returns: undefined
      }
      discard_file: {
        Args: { id: string }
        Returns: undefined
      }
      discard_reply_draft: {
        Args: { id: string }
        Returns: undefined
      }
      end_other_sessions: {
        Args: Record<PropertyKey, never>
        Returns: number
      }
      end_session: {
        Args: { session_id: string }
        Returns: undefined
      }
      end_sessions_of: {
        Args: { person_id: string }
        Returns: number
      }
      end_ticket_feed: {
        Args: { ticket_number: number }
        Returns: undefined
      }
      enqueue_notification: {
        Args: { about?: Json; channel?: string; dedupe_key?: string; kind: string; person_id?: string; to_address?: string }
        Returns: number
      }
      export_account: {
        Args: Record<PropertyKey, never>
        Returns: Json
      }
      export_tickets: {
        Args: { below?: number; category?: string; from_date?: string; priority?: string; search?: string; status?: string; to_date?: string; view?: string; with_messages?: boolean }
        Returns: Json
      }
      files_of_deleted_accounts: {
        Args: Record<PropertyKey, never>
        Returns: { id: string; object_name: string }[]
      }
      find_invitation: {
        Args: { key: string }
        Returns: Json
      }
      find_person: {
        Args: { email?: string; phone?: string }
        Returns: string
      }
      finish_notification: {
        Args: { error?: string; id: string; permanent?: boolean }
        Returns: undefined
      }
      forget_known_sign_ins: {
        Args: { account_key: string }
        Returns: undefined
      }
      heartbeat: {
        Args: { ticket_number: number }
        Returns: Json
      }
      invite_to_team: {
        Args: { email: string; id: string; role: string }
        Returns: undefined
      }
      kept_files: {
        Args: { message_key: string }
        Returns: Json
      }
      list_category_settings: {
        Args: Record<PropertyKey, never>
        Returns: Json
      }
      list_customers: {
        Args: { page?: number; page_size?: number; search?: string }
        Returns: Json
      }
      make_ticket_feed: {
        Args: { ticket_number: number; token: string }
        Returns: undefined
      }
      merge_tickets: {
        Args: { into_message: string; into_message_id: string; into_number: number; message: string; message_id: string; ticket_number: number }
        Returns: undefined
      }
      most_viewed: {
        Args: { days: number; most: number }
        Returns: string[]
      }
      move_category: {
        Args: { slug: string; up: boolean }
        Returns: undefined
      }
      move_macro: {
        Args: { id: string; up: boolean }
        Returns: undefined
      }
      my_activity: {
        Args: { kind?: string; page?: number; page_size?: number }
        Returns: Json
      }
      my_devices: {
        Args: Record<PropertyKey, never>
        Returns: { address: string; browser: string; country: string; current: boolean; first_seen_at: string; last_seen_at: string; session_id: string; system: string }[]
      }
      my_notification_choices: {
        Args: Record<PropertyKey, never>
        Returns: { always_on: boolean; mail: boolean; sms: boolean; topic: string }[]
      }
      my_security: {
        Args: { kind?: string; page?: number; page_size?: number }
        Returns: Json
      }
      my_ticket_figures: {
        Args: Record<PropertyKey, never>
        Returns: Json
      }
      my_tickets: {
        Args: { category?: string; from_date?: string; page?: number; page_size?: number; priority?: string; search?: string; sort?: string; status?: string; to_date?: string }
        Returns: Json
      }
      note_device: {
        Args: { address?: string; browser: string; country?: string; key?: string; session_id: string; system: string }
        Returns: Json
      }
      office_minutes_of_ticket: {
        Args: { ticket_number: number }
        Returns: number
      }
      open_ticket: {
        Args: { category: string; description: string; id: string; priority: string; subject: string }
        Returns: number
      }
      own_ticket_page: {
        Args: { reply_id?: string; ticket_number: number }
        Returns: Json
      }
      park_desk_drafts: {
        Args: { lost_files?: string[]; note: string; note_id: string; person_id: string; reply: string; reply_id: string; ticket_number: number }
        Returns: undefined
      }
      park_draft: {
        Args: { category: string; description: string; id: string; lost_files?: string[]; person_id: string; priority: string; subject: string }
        Returns: undefined
      }
      park_file: {
        Args: { content_type: string; id: string; message_key: string; most?: number; name: string; person_id: string; size: number; ticket_id: string }
        Returns: undefined
      }
      park_reply: {
        Args: { body: string; id: string; lost_files?: string[]; person_id: string; ticket_number: number }
        Returns: string
      }
      pending_contact: {
        Args: Record<PropertyKey, never>
        Returns: { email: string; new_confirmed: boolean; old_confirmed: boolean; phone: string }[]
      }
      queue_page: {
        Args: { assignee?: string; category?: string; from_date?: string; page?: number; page_size?: number; priority?: string; search?: string; sort?: string; status?: string; tag?: string; to_date?: string; view?: string }
        Returns: Json
      }
      recent_security_events: {
        Args: { address?: string; person_id?: string; since?: string }
        Returns: Json
      }
      record_security_event: {
        Args: { actor_id?: string; address?: string; country?: string; detail?: Json; device?: Json; kind: string; person_id?: string }
        Returns: number
      }
      release_ticket: {
        Args: { ticket_number: number }
        Returns: undefined
      }
      reopen_ticket: {
        Args: { ticket_number: number }
        Returns: undefined
      }
      reply_to_ticket: {
        Args: { body: string; id: string; next_status?: string; ticket_number: number }
        Returns: number
      }
      restore_account: {
        Args: { person_id: string }
        Returns: undefined
      }
      revoke_invitation: {
        Args: { id: string }
        Returns: undefined
      }
      revoke_session: {
        Args: { session_id: string }
        Returns: boolean
      }
      run_macro: {
        Args: { macro_id: string; message_id: string; ticket_number: number }
        Returns: undefined
      }
      save_desk_drafts: {
        Args: { note: string; note_id: string; reply: string; reply_id: string; ticket_number: number }
        Returns: undefined
      }
      save_draft: {
        Args: { category: string; description: string; id: string; priority: string; subject: string }
        Returns: undefined
      }
      save_macro: {
        Args: { active: boolean; add_tags: string[]; assign: string; description: string; id: string; name: string; next_status: string; priority: string; reply: string; version?: number }
        Returns: undefined
      }
      save_note_draft: {
        Args: { body: string; id: string; ticket_number: number }
        Returns: string
      }
      save_reply_draft: {
        Args: { body: string; id: string; ticket_number: number }
        Returns: string
      }
      save_saved_reply: {
        Args: { active: boolean; body: string; id: string; title: string; version?: number }
        Returns: undefined
      }
      save_view: {
        Args: { id: string; name: string; query: string }
        Returns: undefined
      }
      security_log: {
        Args: { address?: string; from_date?: string; kind?: string; page?: number; page_size?: number; person_id?: string; search?: string; to_date?: string }
        Returns: Json
      }
      send_invitation_again: {
        Args: { id: string }
        Returns: undefined
      }
      send_ticket: {
        Args: { category: string; description: string; id: string; priority: string; shown: Json; subject: string }
        Returns: number
      }
      set_role: {
        Args: { email: string; role: string }
        Returns: string
      }
      sign_in_attempt: {
        Args: { account_key: string; address_key: string; device_key?: string }
        Returns: Json
      }
      sign_in_succeeded: {
        Args: { account_key: string; address_key: string; device_key?: string }
        Returns: undefined
      }
      similar_tickets: {
        Args: { subject: string }
        Returns: Json
      }
      solve_draft: {
        Args: { draft_id: string; shown: Json }
        Returns: boolean
      }
      split_ticket: {
        Args: { id: string; message_id: string; subject: string; ticket_number: number }
        Returns: number
      }
      stale_files: {
        Args: Record<PropertyKey, never>
        Returns: { id: string; object_name: string }[]
      }
      suspend_account: {
        Args: { person_id: string }
        Returns: undefined
      }
      sweep_addresses: {
        Args: Record<PropertyKey, never>
        Returns: number
      }
      sweep_known_sign_ins: {
        Args: Record<PropertyKey, never>
        Returns: number
      }
      sweep_notifications: {
        Args: Record<PropertyKey, never>
        Returns: number
      }
      sweep_presence: {
        Args: Record<PropertyKey, never>
        Returns: number
      }
      sweep_rate_limits: {
        Args: Record<PropertyKey, never>
        Returns: number
      }
      take_ticket: {
        Args: { ticket_number: number }
        Returns: undefined
      }
      team: {
        Args: Record<PropertyKey, never>
        Returns: Json
      }
      ticket_feed: {
        Args: { ticket_number: number; token: string }
        Returns: Json
      }
      ticket_page: {
        Args: { ticket_number: number }
        Returns: Json
      }
      update_profile: {
        Args: { name: string; time_zone?: string }
        Returns: undefined
      }
      update_ticket: {
        Args: { assignee?: string; category?: string; priority?: string; status?: string; tags?: string[]; ticket_number: number; version?: number }
        Returns: number
      }
      viewer: {
        Args: Record<PropertyKey, never>
        Returns: { device_noted: boolean; email: string; id: string; name: string; phone: string; role: string; session_id: string; shortcuts: boolean; time_zone: string }[]
      }
    }
    Enums: { [_ in never]: never }
    CompositeTypes: { [_ in never]: never }
  }
}
